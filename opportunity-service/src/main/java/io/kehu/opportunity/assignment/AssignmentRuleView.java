package io.kehu.opportunity.assignment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as the API shows it. */
@Schema(description = "A rule of automatic assignment 自动分配规则")
public record AssignmentRuleView(
        @Schema(examples = "east-web") String key,
        @JsonUnwrapped AssignmentRule rule,
        Instant updatedAt,
        String updatedBy) {}
