package io.kehu.platform.testapp;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.platform.eventlog.CustomerRecord;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The smallest aggregate that hangs on a customer. */
@Entity
public class Memo extends CustomerRecord<ActivityState> {

    private UUID customerId;
    private String text;

    protected Memo() {}

    public Memo(String number, String owner, String team, UUID customerId, String text) {
        super(number, owner, team);
        this.customerId = customerId;
        this.text = text;
    }

    public ActivityEvent logged() {
        return new ActivityEvent.Logged();
    }

    public ActivityEvent write(String newText) {
        text = newText;
        return new ActivityEvent.Updated(Set.of("text"));
    }

    public ActivityEvent give(String newOwner) {
        changeOwner(newOwner, team());
        return new ActivityEvent.Updated(Set.of("owner"));
    }

    @Override
    public ActivityEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return new ActivityEvent.Updated(Set.of("customerId"));
    }

    public UUID customerId() {
        return customerId;
    }

    @Override
    public ActivityEvent updated(Set<String> fields) {
        return new ActivityEvent.Updated(fields);
    }

    @Override
    protected ActivityEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new ActivityEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public ActivityState state() {
        return new ActivityState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                "MEMO",
                null,
                null,
                null,
                customerId,
                null,
                List.of(),
                text,
                Set.of(),
                deleted(),
                collaborators());
    }
}
