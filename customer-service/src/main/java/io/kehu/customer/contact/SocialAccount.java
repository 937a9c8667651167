package io.kehu.customer.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
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

    boolean isWeChat() {
        return network.equalsIgnoreCase(WE_CHAT);
    }

    /** The accounts of now with the first WeChat account as a file states it, which has no columns for others. */
    static List<SocialAccount> over(List<SocialAccount> present, List<SocialAccount> stated) {
        if (stated.equals(present)) {
            return present;
        }
        var accounts = new ArrayList<>(present);
        var first = accounts.stream().filter(SocialAccount::isWeChat).findFirst();
        first.ifPresentOrElse(
                account -> accounts.set(accounts.indexOf(account), stated.getFirst()),
                () -> accounts.add(stated.getFirst()));
        return List.copyOf(accounts);
    }
}
