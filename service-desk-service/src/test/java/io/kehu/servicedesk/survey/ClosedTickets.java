package io.kehu.servicedesk.survey;

import io.kehu.events.TicketState;
import io.kehu.testing.StateBuilder;
import java.time.Instant;
import java.util.UUID;

/** Closed tickets as their events tell of them. */
final class ClosedTickets {

    private ClosedTickets() {}

    static TicketState state(UUID id, String assignee) {
        return state(id, assignee, null, null);
    }

    static TicketState state(UUID id, String assignee, UUID customerId, UUID contactId) {
        var now = Instant.now();
        return StateBuilder.of(TicketState.class)
                .with("id", id)
                .with("number", "T20260101001")
                .with("owner", assignee)
                .with("customerId", customerId)
                .with("contactId", contactId)
                .with("category", "printer")
                .with("type", "REPAIR")
                .with("priority", "HIGH")
                .with("status", "CLOSED")
                .with("assignee", assignee)
                .with("openedAt", now)
                .with("resolvedAt", now)
                .with("closedAt", now)
                .build();
    }
}
