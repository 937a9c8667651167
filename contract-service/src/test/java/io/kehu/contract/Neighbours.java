package io.kehu.contract;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.util.UUID;

/** Publishes records of other services as those would. */
public final class Neighbours {

    private Neighbours() {}

    public static UUID customer(String owner) {
        var id = UUID.randomUUID();
        var state = StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", "C1")
                .with("name", "Acme")
                .with("type", "COMPANY")
                .with("owner", owner)
                .with("lifecycle", "PROSPECT")
                .build();
        EventStream.send(EventStream.event(new CustomerEvent.Created(), state, 1));
        return id;
    }

    static UUID opportunity(String owner, UUID customerId) {
        var id = UUID.randomUUID();
        var stage = new StageState("standard", "initial-contact", "Initial contact", 1, "OPEN", 10);
        var state = StateBuilder.of(OpportunityState.class)
                .with("id", id)
                .with("number", "O1")
                .with("name", "Deal")
                .with("owner", owner)
                .with("customerId", customerId)
                .with("stage", stage)
                .with("probability", 10)
                .build();
        EventStream.send(EventStream.event(new OpportunityEvent.Opened(stage), state, 1));
        return id;
    }
}
