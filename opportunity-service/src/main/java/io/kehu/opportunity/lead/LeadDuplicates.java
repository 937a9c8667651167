package io.kehu.opportunity.lead;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The leads that may be the same as one. */
@Schema(description = "Leads that may be the same 疑似重复线索")
public record LeadDuplicates(
        List<LeadDuplicate> items,

        @Schema(description = "How many more there are that the caller may not see")
        int others) {}
