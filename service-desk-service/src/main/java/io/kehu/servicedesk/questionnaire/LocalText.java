package io.kehu.servicedesk.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What customers read, in each language in which they are asked. */
@Schema(description = "A text in each language 多语言文本")
public record LocalText(
        @JsonProperty("zh-CN") @Schema(examples = "您对本次服务满意吗？") @NotBlank @Size(max = 2000)
        String chinese,

        @JsonProperty("en") @Schema(examples = "How satisfied are you with our service?") @NotBlank @Size(max = 2000)
        String english) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }
}
