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
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
        var state = new CustomerState(
                id,
                "C1",
                "Acme",
                "COMPANY",
                owner,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "PROSPECT",
                Set.of(),
                null,
                null,
                null,
                null,
                data instanceof CustomerEvent.Deleted,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                false);
        return EventStream.event(data, state, version, occurredAt, false);
    }

    public static Event contact(UUID id, UUID customerId, String owner) {
        var state = new ContactState(
                id,
                "P1",
                null,
                owner,
                null,
                List.of(),
                customerId,
                null,
                null,
                Set.of(),
                true,
                false,
                false,
                List.of(),
                null,
                null,
                null,
                null,
                null);
        return EventStream.event(new ContactEvent.Created(), state, 1);
    }

    public static Event opportunity(
            UUID id, OpportunityEvent data, UUID customerId, String owner, long version, Instant occurredAt) {
        var state = new OpportunityState(
                id,
                "O1",
                "Deal",
                owner,
                null,
                List.of(),
                customerId,
                CONTACT,
                null,
                null,
                null,
                10,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of(),
                data instanceof OpportunityEvent.Deleted,
                List.of());
        return EventStream.event(data, state, version, occurredAt, data instanceof OpportunityEvent.Imported);
    }

    public static Event ticket(
            UUID id, TicketEvent data, UUID customerId, String owner, long version, Instant occurredAt) {
        var state = new TicketState(
                id,
                "T1",
                null,
                owner,
                null,
                List.of(),
                customerId,
                null,
                null,
                null,
                "COMPLAINT",
                null,
                null,
                null,
                null,
                null,
                "NEW",
                null,
                null,
                null,
                null,
                occurredAt,
                null,
                null,
                0,
                null,
                false,
                List.of());
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
        var state = new ContractState(
                id,
                "K1",
                "Service",
                owner,
                null,
                List.of(),
                customerId,
                opportunityId,
                null,
                "APPROVED",
                "SIGNED",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false,
                List.of(collaborators));
        return EventStream.event(data, state, version, occurredAt, false);
    }
}
