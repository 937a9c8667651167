package io.kehu.opportunity.loss;

import io.kehu.events.LostReasonEvent;
import io.kehu.events.LostReasonState;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.ChangedFields;
import jakarta.persistence.Entity;
import java.util.Optional;

/** Why deals get lost: an entry of the company's dictionary, whose number is the key that deals name. Nobody owns one. */
@Entity
public class LostReason extends Aggregate<LostReasonState> {

    private String name;
    private String chineseName;
    private boolean needsCompetitor;
    private boolean active;
    private int position;

    protected LostReason() {}

    public LostReason(String key, LostReasonFields fields) {
        super(key);
        set(fields);
    }

    LostReasonEvent defined() {
        return new LostReasonEvent.Defined();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<LostReasonEvent> update(LostReasonFields fields) {
        var changed = ChangedFields.between(fields(), fields);
        set(fields);
        return changed.isEmpty() ? Optional.empty() : Optional.of(new LostReasonEvent.Updated(changed));
    }

    private void set(LostReasonFields fields) {
        name = fields.name();
        chineseName = fields.chineseName();
        needsCompetitor = fields.needsCompetitor();
        active = fields.active();
        position = fields.position();
    }

    public boolean needsCompetitor() {
        return needsCompetitor;
    }

    boolean active() {
        return active;
    }

    private LostReasonFields fields() {
        return new LostReasonFields(name, chineseName, needsCompetitor, active, position);
    }

    @Override
    public LostReasonState state() {
        return new LostReasonState(
                id(),
                number(),
                name,
                null,
                null,
                externalIds(),
                chineseName,
                needsCompetitor,
                active,
                position,
                deleted());
    }

    LostReasonView view() {
        var lifespan = lifespan();
        return new LostReasonView(number(), fields(), lifespan.updatedAt(), lifespan.updatedBy());
    }
}
