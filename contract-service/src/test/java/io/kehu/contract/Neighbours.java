package io.kehu.contract;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import io.kehu.testing.EventStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Publishes records of other services as those would. */
public final class Neighbours {

    private Neighbours() {}

    public static UUID customer(String owner) {
        var id = UUID.randomUUID();
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
                false,
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
        EventStream.send(EventStream.event(new CustomerEvent.Created(), state, 1));
        return id;
    }

    static UUID opportunity(String owner, UUID customerId) {
        var id = UUID.randomUUID();
        var stage = new StageState("standard", "initial-contact", "Initial contact", 1, "OPEN", 10);
        var state = new OpportunityState(
                id,
                "O1",
                "Deal",
                owner,
                null,
                List.of(),
                customerId,
                stage,
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
                false,
                List.of());
        EventStream.send(EventStream.event(new OpportunityEvent.Opened(stage), state, 1));
        return id;
    }
}
