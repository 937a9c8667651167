package io.kehu.servicedesk.questionnaire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of a questionnaire as the API shows it. */
@Schema(description = "A questionnaire 问卷, one version of it")
public record QuestionnaireView(
        @Schema(examples = "csat") String key,

        @Schema(
                description = "A change makes another version 版本; a survey keeps the one that it was made by",
                examples = "1")
        int version,

        @JsonUnwrapped Questionnaire questionnaire,
        Instant createdAt,
        String createdBy) {}
