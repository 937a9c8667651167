package io.kehu.servicedesk.message;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody writes about a ticket. */
@Schema(description = "A message 消息 to the customer, of the customer, or among colleagues")
public record WriteMessage(
        @Schema(description = "Text 内容", examples = "请重启打印机后再试。") @NotBlank @Size(max = 20_000)
        String body,

        @Schema(description = "Who may read it 可见范围; PUBLIC when left out")
        Message.Visibility visibility,

        @Schema(description = "Whose words they are 发言方, whoever enters them; AGENT when left out")
        Message.Author author) {

    public WriteMessage {
        visibility = visibility == null ? Message.Visibility.PUBLIC : visibility;
        author = author == null ? Message.Author.AGENT : author;
    }

    @AssertTrue(message = "message.customer-public")
    @Schema(hidden = true)
    boolean hasFittingVisibility() {
        return author == Message.Author.AGENT || visibility == Message.Visibility.PUBLIC;
    }
}
