package io.kehu.platform.testapp;

import io.kehu.events.Collaborator;
import io.kehu.events.CustomerEvent;
import io.kehu.events.Event;
import io.kehu.testing.EventStream;
import io.kehu.testing.SampleCustomer;
import java.util.List;
import java.util.UUID;

/** A customer of customer-service, as its events tell of it. */
public record KnownCustomer(UUID id, String owner, String team, List<Collaborator> collaborators, boolean deleted) {

    public static KnownCustomer of(String owner, String team, Collaborator... collaborators) {
        return new KnownCustomer(UUID.randomUUID(), owner, team, List.of(collaborators), false);
    }

    public Event told(long version) {
        var state = SampleCustomer.of(id, owner).named("Bike GmbH").inTeam(team).deleted(deleted).sharedWith(collaborators).state();
        return EventStream.event(new CustomerEvent.Created(), state, version);
    }
}
