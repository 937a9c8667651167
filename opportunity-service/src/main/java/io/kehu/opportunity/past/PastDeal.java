package io.kehu.opportunity.past;

import io.kehu.opportunity.OpportunityFields;
import java.time.Instant;

/** A deal as another system knew it, its references resolved: taken over as it stands, not held to the rules of the pipeline. */
public record PastDeal(String owner, String team, OpportunityFields fields, PastStages stages) {

    /** When the past became what it is: the closing, else the opening, else null. */
    public Instant occurredAt() {
        return stages.closedAt() == null ? fields.openedAt() : stages.closedAt();
    }
}
