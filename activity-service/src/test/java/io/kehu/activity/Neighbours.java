package io.kehu.activity;

import io.kehu.events.Collaborator;
import io.kehu.events.ContactEvent;
import io.kehu.events.ContactState;
import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events of other services as those would publish them. */
public final class Neighbours {

    public static final StageState CONTACT =
            new StageState("standard", "initial-contact", "Initial contact", 1, "OPEN", 10);
    public static final StageState NEEDS =
            new StageState("standard", "needs-analysis", "Needs analysis", 2, "OPEN", 30);
    public static final StageState WON = new StageState("standard", "won", "Won", 6, "WON", 100);

    private Neighbours() {}

    public static Event customer(UUID id, CustomerEvent data, String owner, long version, Instant occurredAt) {
        var state = StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", "C1")
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", owner)
                .with("lifecycle", "PROSPECT")
                .with("deleted", data instanceof CustomerEvent.Deleted)
                .build();
        return EventStream.event(data, state, version, occurredAt, false);
    }

    public static Event contact(UUID id, UUID customerId, String owner) {
        var state = StateBuilder.of(ContactState.class)
                .with("id", id)
                .with("number", "P1")
                .with("owner", owner)
                .with("customerId", customerId)
                .with("active", true)
                .build();
        return EventStream.event(new ContactEvent.Created(), state, 1);
    }

    public static Event opportunity(
            UUID id, OpportunityEvent data, UUID customerId, String owner, long version, Instant occurredAt) {
        var state = StateBuilder.of(OpportunityState.class)
                .with("id", id)
                .with("number", "O1")
                .with("name", "Deal")
                .with("owner", owner)
                .with("customerId", customerId)
                .with("stage", CONTACT)
                .with("probability", 10)
                .with("deleted", data instanceof OpportunityEvent.Deleted)
                .build();
        return EventStream.event(data, state, version, occurredAt, data instanceof OpportunityEvent.Imported);
    }

    public static Event ticket(
            UUID id, TicketEvent data, UUID customerId, String owner, long version, Instant occurredAt) {
        var state = StateBuilder.of(TicketState.class)
                .with("id", id)
                .with("number", "T1")
                .with("owner", owner)
                .with("customerId", customerId)
                .with("type", "COMPLAINT")
                .with("status", "NEW")
                .with("openedAt", occurredAt)
                .build();
        return EventStream.event(data, state, version, occurredAt, false);
    }

    public static Event contract(UUID id, UUID customerId, UUID opportunityId, String owner, Instant occurredAt) {
        return contract(id, new ContractEvent.Signed(null), customerId, opportunityId, owner, 4, occurredAt);
    }

    public static Event contract(
            UUID id,
            ContractEvent data,
            UUID customerId,
            UUID opportunityId,
            String owner,
            long version,
            Instant occurredAt,
            Collaborator... collaborators) {
        var state = StateBuilder.of(ContractState.class)
                .with("id", id)
                .with("number", "K1")
                .with("name", "Service")
                .with("owner", owner)
                .with("customerId", customerId)
                .with("opportunityId", opportunityId)
                .with("approval", "APPROVED")
                .with("status", "SIGNED")
                .with("collaborators", List.of(collaborators))
                .build();
        return EventStream.event(data, state, version, occurredAt, false);
    }
}
