package io.kehu.servicedesk.visit;

import io.kehu.events.VisitEvent;
import io.kehu.events.VisitState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A return visit 回访: somebody is to call a customer and ask how it went; whoever owns it calls. */
@Entity
public class Visit extends CustomerRecord<VisitState> implements Served<VisitView> {

    static final String NUMBER_PREFIX = "RV";

    /** How it stands. */
    public enum Status {
        /** 待回访. */
        PLANNED,
        /** 已回访. */
        DONE,
        /** 已取消. */
        CANCELLED
    }

    private Instant plannedAt;
    private String purpose;
    private UUID customerId;
    private UUID contactId;
    private UUID ticketId;
    private UUID surveyId;

    @Enumerated(EnumType.STRING)
    private Status status = Status.PLANNED;

    private String result;
    private String reason;
    private Instant endedAt;

    protected Visit() {}

    Visit(String number, String owner, String team, VisitFields fields) {
        super(number, owner, team);
        set(fields);
    }

    VisitEvent planned() {
        return new VisitEvent.Planned();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<VisitEvent> update(VisitFields fields) {
        requirePlanned();
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    private void set(VisitFields fields) {
        plannedAt = fields.plannedAt();
        purpose = fields.purpose();
        customerId = fields.customerId();
        contactId = fields.contactId();
        ticketId = fields.ticketId();
        surveyId = fields.surveyId();
    }

    /** One that another system tells of, planned or ended. */
    static Visit told(String number, String owner, String team, VisitFields fields, VisitEnd end) {
        var visit = new Visit(number, owner, team, fields);
        visit.end(end);
        return visit;
    }

    /** Takes over what another system tells of one that is planned here; empty if nothing is different. */
    Optional<VisitEvent> tell(VisitFields fields, VisitEnd end) {
        if (fields.equals(fields()) && end.equals(end())) {
            return Optional.empty();
        }
        var updated = update(fields);
        end(end);
        return end.isEnd() ? Optional.of(end.told()) : updated;
    }

    private void end(VisitEnd end) {
        status = end.status();
        result = end.result();
        reason = end.reason();
        endedAt = end.endedAt();
    }

    VisitEnd end() {
        return new VisitEnd(status, result, reason, endedAt);
    }

    VisitEvent complete(String newResult) {
        requirePlanned();
        status = Status.DONE;
        result = newResult;
        endedAt = EventLog.now();
        return new VisitEvent.Done();
    }

    VisitEvent cancel(String newReason) {
        requirePlanned();
        status = Status.CANCELLED;
        reason = newReason;
        endedAt = EventLog.now();
        return new VisitEvent.Cancelled();
    }

    private void requirePlanned() {
        if (status != Status.PLANNED) {
            throw new RuleViolation("visit.ended", number(), status);
        }
    }

    @Override
    public VisitEvent remove() {
        delete();
        return new VisitEvent.Deleted();
    }

    @Override
    public VisitEvent takeBack() {
        restore();
        return new VisitEvent.Restored();
    }

    @Override
    public VisitEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return updated(Set.of("customerId"));
    }

    @Override
    public VisitEvent updated(Set<String> fields) {
        return new VisitEvent.Updated(fields);
    }

    @Override
    protected VisitEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new VisitEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    VisitFields fields() {
        return new VisitFields(plannedAt, purpose, customerId, contactId, ticketId, surveyId);
    }

    UUID surveyId() {
        return surveyId;
    }

    @Override
    public VisitState state() {
        return new VisitState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                customerId,
                contactId,
                ticketId,
                surveyId,
                plannedAt,
                status.name(),
                endedAt,
                deleted(),
                collaborators());
    }

    @Override
    public VisitPersonal personal() {
        return new VisitPersonal(purpose, result, reason);
    }

    @Override
    public VisitView view() {
        return VisitView.of(state(), personal(), lifespan());
    }
}
