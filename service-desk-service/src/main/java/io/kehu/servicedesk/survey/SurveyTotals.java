package io.kehu.servicedesk.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this service itself counts of its surveys. */
@Schema(description = "Number and scores of surveys 满意度调查统计, as far as the caller may see them")
public record SurveyTotals(
        @Schema(description = "Surveys sent, answered or not; neither scheduled nor withheld ones")
        long sent,

        @Schema(description = "Surveys answered with an overall score")
        long answered,

        @Schema(description = "Sum of the overall scores") long scoreSum) {}
