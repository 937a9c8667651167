package io.kehu.platform.testapp;

import io.kehu.events.Collaborator;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.util.List;
import java.util.UUID;

/** A customer of customer-service, as its events tell of it. */
public record KnownCustomer(UUID id, String owner, String team, List<Collaborator> collaborators, boolean deleted) {

    public static KnownCustomer of(String owner, String team, Collaborator... collaborators) {
        return new KnownCustomer(UUID.randomUUID(), owner, team, List.of(collaborators), false);
    }

    public Event told(long version) {
        var state = StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", "C1")
                .with("name", "Bike GmbH")
                .with("type", "COMPANY")
                .with("owner", owner)
                .with("team", team)
                .with("lifecycle", "PROSPECT")
                .with("deleted", deleted)
                .with("collaborators", collaborators)
                .build();
        return EventStream.event(new CustomerEvent.Created(), state, version);
    }
}
