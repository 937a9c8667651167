package io.kehu.platform.eventlog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as the API shows it. */
@Schema(description = "The rule by which one kind of records is numbered 编号规则")
public record NumberRuleView(
        @Schema(description = "The kind of records", examples = "customers")
        String key,

        @JsonUnwrapped NumberRule rule,

        @Schema(description = "Absent where the rule is the usual one")
        Instant updatedAt,

        String updatedBy) {}
