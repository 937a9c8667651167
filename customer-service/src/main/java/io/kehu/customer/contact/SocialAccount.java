package io.kehu.customer.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person is known in a network. */
@Schema(description = "An account in a social network 社交账号")
public record SocialAccount(
        @Schema(examples = "WeChat") @NotBlank @Size(max = 50)
        String network,

        @Schema(examples = "li_wei_2026") @NotBlank @Size(max = 200)
        String handle) {

    static final String WECHAT = "WeChat";

    boolean isOfWeChat() {
        return network.equalsIgnoreCase(WECHAT);
    }
}
