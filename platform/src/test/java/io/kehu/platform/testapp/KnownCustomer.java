package io.kehu.platform.testapp;

import io.kehu.events.Collaborator;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.testing.EventStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A customer of customer-service, as its events tell of it. */
public record KnownCustomer(UUID id, String owner, String team, List<Collaborator> collaborators, boolean deleted) {

    public static KnownCustomer of(String owner, String team, Collaborator... collaborators) {
        return new KnownCustomer(UUID.randomUUID(), owner, team, List.of(collaborators), false);
    }

    public Event told(long version) {
        var state = new CustomerState(
                id,
                "C1",
                "Bike GmbH",
                "COMPANY",
                owner,
                team,
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
                deleted,
                collaborators,
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
        return EventStream.event(new CustomerEvent.Created(), state, version);
    }
}
