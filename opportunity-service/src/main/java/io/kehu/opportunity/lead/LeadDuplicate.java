package io.kehu.opportunity.lead;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lead that may be the same as another. */
@Schema(description = "A lead that may be the same 疑似重复线索")
public record LeadDuplicate(
        UUID id,
        String number,
        String name,
        String owner,
        LeadStatus status,

        @Schema(description = "Why it may be the same") Set<Reason> reasons) {

    /** What two leads have in common. */
    @Schema(name = "LeadDuplicateReason")
    public enum Reason {
        PHONE,
        EMAIL,
        COMPANY
    }
}
