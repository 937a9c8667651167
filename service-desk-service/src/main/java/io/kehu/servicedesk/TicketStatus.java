package io.kehu.servicedesk;

/** Where a ticket stands 状态, and where it may go from there. Imported past is not held to this. */
public enum TicketStatus {
    NEW,
    ASSIGNED,
    IN_PROGRESS,
    WAITING_CUSTOMER,
    WAITING_THIRD_PARTY,
    RESOLVED,
    REOPENED,
    CLOSED,
    REJECTED,
    DUPLICATE,
    CANCELLED;

    boolean allows(TicketStatus next) {
        return switch (this) {
            case NEW -> next == ASSIGNED || next.isDropped();
            case ASSIGNED, WAITING_CUSTOMER, WAITING_THIRD_PARTY, REOPENED -> next == IN_PROGRESS || next.isDropped();
            case IN_PROGRESS ->
                next == WAITING_CUSTOMER || next == WAITING_THIRD_PARTY || next == RESOLVED || next.isDropped();
            case RESOLVED -> next == CLOSED || next == REOPENED;
            case CLOSED, REJECTED, DUPLICATE, CANCELLED -> false;
        };
    }

    /** Whether the request has ended without being served. */
    public boolean isDropped() {
        return this == REJECTED || this == DUPLICATE || this == CANCELLED;
    }

    /** Whether work is still to be done, which is whatever could still be cancelled. */
    public boolean isOpen() {
        return allows(CANCELLED);
    }
}
