package io.kehu.platform.testapp;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.personal.SealedPhone;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.EmbeddedColumnNaming;

/** The smallest aggregate that the platform's rules apply to; it speaks the activity's language. */
@Entity
public class Note extends StandaloneRecord<ActivityState> {

    private String text;
    private Integer priority;

    @EmbeddedColumnNaming("phone_%s")
    private SealedPhone phone;

    protected Note() {}

    public Note(String number, String owner, String team, String text, Integer priority) {
        super(number, owner, team);
        this.text = text;
        this.priority = priority;
    }

    public ActivityEvent logged() {
        return new ActivityEvent.Logged();
    }

    public ActivityEvent write(String newText) {
        text = newText;
        return new ActivityEvent.Updated(Set.of("text"));
    }

    public ActivityEvent call(String number) {
        phone = SealedPhone.of(id(), number, phone);
        return new ActivityEvent.Updated(Set.of("phone"));
    }

    public ActivityEvent remove() {
        delete();
        return new ActivityEvent.Deleted();
    }

    public Integer priority() {
        return priority;
    }

    public String phone() {
        return SealedPhone.text(phone, id());
    }

    public String text() {
        return text;
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
                "NOTE",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                text,
                Set.of(),
                deleted(),
                collaborators());
    }

    @Override
    public Object personal() {
        return new Personal(text);
    }

    public record Personal(String text) {}
}
