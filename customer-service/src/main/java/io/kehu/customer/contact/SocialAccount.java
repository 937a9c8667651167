package io.kehu.customer.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person is known in a network. */
@Schema(description = "An account in a social network 社交账号")
public record SocialAccount(
        @Schema(examples = "WeChat") @NotBlank @Size(max = 50)
        String network,

        @Schema(examples = "li_wei_2026") @NotBlank @Size(max = 200)
        String handle) {

    private static final String WE_CHAT = "WeChat";

    static SocialAccount weChat(String handle) {
        return new SocialAccount(WE_CHAT, handle);
    }

    boolean onWeChat() {
        return network.equalsIgnoreCase(WE_CHAT);
    }

    /** The accounts of now with the first of WeChat as a file states it, or without it; a file has no columns for others. */
    static List<SocialAccount> over(List<SocialAccount> present, List<SocialAccount> stated) {
        if (Objects.equals(stated, present)) {
            return present;
        }
        var accounts = new ArrayList<SocialAccount>(present == null ? List.of() : present);
        var first = accounts.stream().filter(SocialAccount::onWeChat).findFirst();
        first.ifPresentOrElse(
                account -> accounts.replaceAll(each -> each == account ? first(stated) : each),
                () -> accounts.add(first(stated)));
        accounts.removeIf(Objects::isNull);
        return List.copyOf(accounts);
    }

    private static SocialAccount first(List<SocialAccount> accounts) {
        return accounts == null || accounts.isEmpty() ? null : accounts.getFirst();
    }
}
