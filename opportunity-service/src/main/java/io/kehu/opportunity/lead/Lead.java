package io.kehu.opportunity.lead;

import io.kehu.events.LeadEvent;
import io.kehu.events.LeadState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.NamesCustomer;
import io.kehu.platform.personal.GivenConsent;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A lead 线索: somebody who may become a customer. */
@Entity
@NamesCustomer.In("convertedCustomerId")
public class Lead extends LeadProfile implements Served<LeadView>, NamesCustomer {

    static final String NUMBER_PREFIX = "L";

    /** Owner of a lead that nobody has been given yet; no user can have this name. */
    static final String NOBODY = "system:unassigned";

    @Enumerated(EnumType.STRING)
    private LeadStatus status = LeadStatus.NEW;

    private Instant statusSince = EventLog.now();

    @Enumerated(EnumType.STRING)
    private DisqualifiedReason disqualifiedReason;

    private String form;
    private UUID convertedCustomerId;
    private UUID convertedContactId;
    private UUID convertedOpportunityId;
    private Instant convertedAt;

    protected Lead() {}

    Lead(String number, String owner, String team, LeadFields fields) {
        super(number, owner, team);
        set(fields);
    }

    /**
     * @param duplicates leads that it likely is, and beside which it is wanted all the same
     * @param rule       name of the rule that chose its owner, or null
     */
    LeadEvent created(List<UUID> duplicates, String rule) {
        return new LeadEvent.Created(List.copyOf(duplicates), rule);
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<LeadEvent> update(LeadFields fields) {
        requireChangeable();
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /** Takes over whatever an import states, as one change; empty if nothing is different. */
    Optional<LeadEvent> restate(LeadFields fields, String newOwner, String newTeam) {
        requireChangeable();
        var before = state();
        var personalBefore = personal();
        set(fields);
        changeOwner(newOwner, newTeam);
        var changed = new TreeSet<>(ChangedFields.between(before, state()));
        changed.addAll(ChangedFields.between(personalBefore, personal()));
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /**
     * Gives the lead to somebody who is to work on it; empty if he does already.
     *
     * @param rule name of the rule that chose him, or null
     */
    Optional<LeadEvent> giveTo(String newOwner, String newTeam, String rule) {
        var same = newOwner.equals(owner()) && Objects.equals(newTeam, team());
        if (same && status != LeadStatus.NEW) {
            return Optional.empty();
        }
        return Optional.of(given(newOwner, newTeam, rule));
    }

    private LeadEvent given(String newOwner, String newTeam, String rule) {
        var event = new LeadEvent.Assigned(owner(), newOwner, team(), newTeam, rule);
        place(newOwner, newTeam);
        return event;
    }

    /** Gives a lead that is not recorded yet to its first owner. */
    void place(String newOwner, String newTeam) {
        changeOwner(newOwner, newTeam);
        if (status == LeadStatus.NEW && !newOwner.equals(NOBODY)) {
            stand(LeadStatus.ASSIGNED);
        }
    }

    /** It came in by a form. */
    void cameBy(String formKey) {
        form = formKey;
    }

    /** A move by hand; empty if the lead stands there already. */
    Optional<LeadEvent> moveTo(ChangeLeadStatus move) {
        var next = move.status();
        if (next == status && (move.reason() == null || move.reason() == disqualifiedReason)) {
            return Optional.empty();
        }
        requireFree();
        if (next == LeadStatus.CONVERTED) {
            throw invalid("status", "lead.by-conversion");
        }
        if (!status.allows(next)) {
            throw new RuleViolation("lead.status-move", status, next);
        }
        if (next == LeadStatus.ASSIGNED && owner().equals(NOBODY)) {
            throw new RuleViolation("lead.unassigned", number());
        }
        if ((next == LeadStatus.DISQUALIFIED) != (move.reason() != null)) {
            throw invalid("reason", move.reason() == null ? "field.required" : "lead.reason-of-disqualified");
        }
        var from = status;
        stand(next);
        disqualifiedReason = next == LeadStatus.NEW ? null : move.reason() == null ? disqualifiedReason : move.reason();
        return Optional.of(
                next == LeadStatus.DISQUALIFIED
                        ? new LeadEvent.Disqualified(from.name(), move.reason().name(), move.comment())
                        : new LeadEvent.StatusChanged(from.name(), next.name(), move.comment()));
    }

    /** Fails with 409 unless the lead may be made into a customer. */
    void requireConvertible() {
        requireNotErased();
        if (!status.allows(LeadStatus.CONVERTED)) {
            throw new RuleViolation("lead.status-move", status, LeadStatus.CONVERTED);
        }
    }

    LeadEvent convert(UUID customerId, UUID contactId, UUID opportunityId) {
        requireConvertible();
        stand(LeadStatus.CONVERTED);
        convertedCustomerId = customerId;
        convertedContactId = contactId;
        convertedOpportunityId = opportunityId;
        convertedAt = statusSince;
        return new LeadEvent.Converted(customerId, contactId, opportunityId);
    }

    @Override
    public UUID namedCustomer() {
        return convertedCustomerId;
    }

    @Override
    public LeadEvent follow(UUID merged, UUID survivor) {
        convertedCustomerId = survivor;
        return updated(Set.of("convertedCustomerId"));
    }

    @Override
    public LeadEvent remove() {
        requireNotConverting();
        delete();
        return new LeadEvent.Deleted();
    }

    @Override
    public LeadEvent takeBack() {
        restore();
        return new LeadEvent.Restored();
    }

    /** For good; the caller destroys its key. */
    LeadEvent erase() {
        requireFree();
        forget();
        return new LeadEvent.Erased();
    }

    private void stand(LeadStatus next) {
        status = next;
        statusSince = EventLog.now();
    }

    private void requireChangeable() {
        requireFree();
        if (status == LeadStatus.CONVERTED) {
            throw new RuleViolation("lead.converted", number());
        }
    }

    private static Invalid invalid(String field, String code) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code)));
    }

    LeadStatus status() {
        return status;
    }

    @Override
    public LeadEvent updated(Set<String> fields) {
        return new LeadEvent.Updated(fields);
    }

    @Override
    protected LeadEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new LeadEvent.Assigned(previousOwner, newOwner, previousTeam, newTeam, null);
    }

    @Override
    public LeadState state() {
        return new LeadState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                company,
                title,
                source,
                campaignId,
                industry,
                region,
                interests,
                budget(),
                score,
                status.name(),
                statusSince,
                disqualifiedReason == null ? null : disqualifiedReason.name(),
                form,
                consents.stream().map(GivenConsent::published).toList(),
                convertedCustomerId,
                convertedContactId,
                convertedOpportunityId,
                convertedAt,
                deleted(),
                erased(),
                collaborators(),
                tags);
    }

    @Override
    public LeadView view() {
        return new LeadView(state(), personal(), lifespan());
    }
}
