package io.kehu.contract;

import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Money;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A contract 合同, with two machines apart: whether it is approved within the house, and where it stands with the customer. */
@Entity
public class Contract extends CustomerRecord<ContractState> implements Served<ContractView> {

    private String name;
    private UUID customerId;
    private UUID opportunityId;
    private BigDecimal amount;
    private String amountCurrency;
    private boolean amountStated;

    @Enumerated(EnumType.STRING)
    private Approval approval = Approval.DRAFT;

    @Enumerated(EnumType.STRING)
    private ContractStatus status = ContractStatus.DRAFT;

    private LocalDate signedOn;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String submittedBy;
    private String approvedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<ContractLine> lines = List.of();

    private String paymentTerms;

    protected Contract() {}

    Contract(String number, String owner, String team, ContractFields fields) {
        super(number, owner, team);
        set(fields);
    }

    ContractEvent drafted() {
        return new ContractEvent.Drafted();
    }

    /** Takes over {@code fields}, after which it needs approval again; empty if nothing is different. */
    Optional<ContractEvent> update(ContractFields fields) {
        requireEditable();
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        backToDraft();
        return Optional.of(updated(changed));
    }

    @Override
    public ContractEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return updated(Set.of("customerId"));
    }

    ContractEvent submit(String submitter, String comment) {
        if (status != ContractStatus.DRAFT) {
            throw new RuleViolation("contract.fixed", status);
        }
        requireComplete();
        approval = approval.moveTo(Approval.PENDING);
        submittedBy = submitter;
        return new ContractEvent.Submitted(comment);
    }

    ContractEvent withdraw(String reason) {
        approval = approval.moveTo(Approval.DRAFT);
        submittedBy = null;
        return new ContractEvent.Withdrawn(reason);
    }

    ContractEvent approve(String approver, String comment) {
        if (approver.equals(submittedBy)) {
            throw new RuleViolation("contract.own-approval");
        }
        approval = approval.moveTo(Approval.APPROVED);
        approvedBy = approver;
        return new ContractEvent.Approved(comment);
    }

    ContractEvent reject(String reason) {
        approval = approval.moveTo(Approval.REJECTED);
        return new ContractEvent.Rejected(reason);
    }

    ContractEvent sign(LocalDate day) {
        if (status == ContractStatus.DRAFT && approval != Approval.APPROVED) {
            throw new RuleViolation("contract.not-approved", approval);
        }
        if (day.isAfter(LocalDate.now(ZoneOffset.MAX))) {
            throw invalid(new InvalidField("signedOn", "contract.signed-in-future"));
        }
        status = status.moveTo(ContractStatus.SIGNED);
        signedOn = day;
        return new ContractEvent.Signed(day);
    }

    ContractEvent start() {
        status = status.moveTo(ContractStatus.IN_PROGRESS);
        return new ContractEvent.Started();
    }

    ContractEvent complete(String reason) {
        status = status.moveTo(ContractStatus.COMPLETED);
        return new ContractEvent.Completed(reason);
    }

    ContractEvent terminate(String reason) {
        status = status.moveTo(ContractStatus.TERMINATED);
        return new ContractEvent.Terminated(reason);
    }

    /** Gives up a contract that was never signed; nobody has to decide on it any more. */
    ContractEvent voidDraft(String reason) {
        status = status.moveTo(ContractStatus.VOIDED);
        if (approval == Approval.PENDING) {
            backToDraft();
        }
        return new ContractEvent.Voided(reason);
    }

    @Override
    public ContractEvent remove() {
        if (status != ContractStatus.DRAFT || approval == Approval.PENDING || approval == Approval.APPROVED) {
            throw new RuleViolation("contract.not-draft", status, approval);
        }
        delete();
        return new ContractEvent.Deleted();
    }

    @Override
    public ContractEvent takeBack() {
        restore();
        return new ContractEvent.Restored();
    }

    private void backToDraft() {
        approval = Approval.DRAFT;
        submittedBy = null;
        approvedBy = null;
    }

    void requireEditable() {
        if (status != ContractStatus.DRAFT) {
            throw new RuleViolation("contract.fixed", status);
        }
        if (approval == Approval.PENDING) {
            throw new RuleViolation("contract.pending");
        }
    }

    /** An approver has to know what it costs and when. */
    private void requireComplete() {
        var missing = Stream.of(missing("amount", amount), missing("startsOn", startsOn), missing("endsOn", endsOn))
                .flatMap(Optional::stream)
                .toArray(InvalidField[]::new);
        if (missing.length > 0) {
            throw invalid(missing);
        }
    }

    private static Optional<InvalidField> missing(String field, Object value) {
        return value == null ? Optional.of(new InvalidField(field, "field.required")) : Optional.empty();
    }

    private void set(ContractFields fields) {
        if (fields.startsOn() != null
                && fields.endsOn() != null
                && fields.endsOn().isBefore(fields.startsOn())) {
            throw invalid(new InvalidField("endsOn", "contract.period"));
        }
        var total = ContractAmount.of(fields);
        name = fields.name();
        customerId = fields.customerId();
        opportunityId = fields.opportunityId();
        amount = total == null ? null : total.amount();
        amountCurrency = total == null ? null : total.currency();
        amountStated = fields.amount() != null;
        startsOn = fields.startsOn();
        endsOn = fields.endsOn();
        lines = fields.lines();
        paymentTerms = fields.paymentTerms();
    }

    static Invalid invalid(InvalidField... fields) {
        return new Invalid("validation.failed", List.of(fields));
    }

    ContractFields fields() {
        return new ContractFields(
                name, customerId, opportunityId, amountStated ? amount() : null, startsOn, endsOn, lines, paymentTerms);
    }

    private Money amount() {
        return amount == null ? null : new Money(amount, amountCurrency);
    }

    @Override
    public ContractEvent updated(Set<String> fields) {
        return new ContractEvent.Updated(fields);
    }

    @Override
    protected ContractEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new ContractEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public ContractState state() {
        return new ContractState(
                id(),
                number(),
                name,
                owner(),
                team(),
                externalIds(),
                customerId,
                opportunityId,
                amount(),
                approval.name(),
                status.name(),
                signedOn,
                startsOn,
                endsOn,
                submittedBy,
                approvedBy,
                lines.stream().map(ContractLine::state).toList(),
                paymentTerms,
                deleted(),
                collaborators());
    }

    @Override
    public ContractView view() {
        return new ContractView(state(), lifespan());
    }
}
