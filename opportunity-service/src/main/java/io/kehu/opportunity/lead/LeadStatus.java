package io.kehu.opportunity.lead;

/** Where a lead stands on its way to a deal. */
public enum LeadStatus {
    NEW,
    ASSIGNED,
    CONTACTED,
    QUALIFIED,
    /** It has become a customer; only a conversion leads here. */
    CONVERTED,
    DISQUALIFIED,
    RECYCLED;

    boolean allows(LeadStatus next) {
        return switch (this) {
            case NEW -> next == ASSIGNED || next == DISQUALIFIED;
            case ASSIGNED -> next == CONTACTED || next == DISQUALIFIED;
            case CONTACTED -> next == QUALIFIED || next == DISQUALIFIED;
            case QUALIFIED -> next == CONVERTED || next == DISQUALIFIED;
            case DISQUALIFIED -> next == RECYCLED;
            case RECYCLED -> next == NEW;
            case CONVERTED -> false;
        };
    }
}
