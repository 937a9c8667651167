package io.kehu.servicedesk.questionnaire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The question that is answered in words. */
@Schema(description = "The question 开放问题 that is answered in words")
public record CommentQuestion(
        @NotNull @Valid LocalText text,

        @Schema(description = "Whether it must be answered 必答; false when left out")
        Boolean required) {

    public CommentQuestion {
        required = Boolean.TRUE.equals(required);
    }
}
