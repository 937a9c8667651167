package io.kehu.servicedesk;

import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.servicedesk.past.PastCourse;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/** A ticket 服务请求: something that a customer wants solved, from asking to closing. Whoever works on it owns it. */
@Entity
public class Ticket extends ServiceRequest {

    public static final String NUMBER_PREFIX = "T";

    @Enumerated(EnumType.STRING)
    private TicketStatus status = TicketStatus.NEW;

    private String assignee;

    @Column(name = "assignment_group")
    private String group;

    private String resolution;
    private String resolutionCode;
    private Instant resolvedAt;
    private Instant closedAt;
    private int reopenCount;
    private Boolean slaMet;
    private boolean imported;

    @ElementCollection
    @CollectionTable(name = "ticket_status", joinColumns = @JoinColumn(name = "ticket_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<StatusUpdate> statuses = new ArrayList<>();

    protected Ticket() {}

    Ticket(String number, String owner, String team, TicketFields fields) {
        super(number, owner, team);
        set(fields);
        requireComplete();
        statuses.add(new StatusUpdate(status, null, fields().openedAt(), null));
    }

    private Ticket(String number, String owner, String team) {
        super(number, owner, team);
        imported = true;
    }

    /** A ticket of another system's past, which may lack what is needed today. */
    public static Ticket ofPast(String number, String owner, String team, TicketFields fields, PastCourse past) {
        var ticket = new Ticket(number, owner, team);
        ticket.take(fields, past);
        return ticket;
    }

    TicketEvent opened() {
        return new TicketEvent.Opened();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<TicketEvent> update(TicketFields fields) {
        var before = fields();
        set(fields);
        if (!imported) {
            requireComplete();
        }
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(new TicketEvent.Updated(changed));
    }

    /** Gives the ticket to a person, who owns it from then on, or to a group; empty if they have it already. */
    Optional<TicketEvent> assign(Assign command) {
        if (!status.isOpen()) {
            throw new RuleViolation("ticket.not-open", number(), status);
        }
        if (command.assignee() == null && command.group() == null) {
            throw missing("assignee");
        }
        var previous = assignee;
        var newGroup = command.group() == null ? group : command.group();
        var newTeam = command.team() == null ? team() : command.team();
        if (Objects.equals(command.assignee(), previous)
                && Objects.equals(newGroup, group)
                && Objects.equals(newTeam, team())) {
            return Optional.empty();
        }
        workedOnBy(command.assignee(), newGroup, newTeam);
        if (status == TicketStatus.NEW) {
            enter(TicketStatus.ASSIGNED, null);
        }
        return Optional.of(new TicketEvent.Assigned(previous, assignee, group));
    }

    private void workedOnBy(String newAssignee, String newGroup, String newTeam) {
        assignee = newAssignee;
        group = newGroup;
        changeOwner(newAssignee == null ? owner() : newAssignee, newTeam);
    }

    /** Moves on, by the same rules as the verbs of their own; empty if the ticket stands there already. */
    Optional<TicketEvent> moveTo(TicketStatus next, String reason) {
        if (next == status) {
            return Optional.empty();
        }
        return Optional.of(
                switch (next) {
                    case RESOLVED -> resolve(new Resolve(null, null, null));
                    case CLOSED -> close();
                    case REOPENED -> reopen(reason);
                    case NEW, ASSIGNED, IN_PROGRESS, WAITING_CUSTOMER, WAITING_THIRD_PARTY -> change(next, reason);
                    case REJECTED, DUPLICATE, CANCELLED -> change(next, reason);
                });
    }

    private TicketEvent change(TicketStatus next, String reason) {
        var previous = requireMove(next);
        if (next == TicketStatus.ASSIGNED) {
            throw missing("assignee");
        }
        if (next.isDropped()) {
            requireText("reason", reason);
        }
        enter(next, reason);
        return new TicketEvent.StatusChanged(previous.name(), next.name(), reason);
    }

    TicketEvent resolve(Resolve command) {
        var previous = requireMove(TicketStatus.RESOLVED);
        requireText("resolution", command.resolution());
        resolution = command.resolution();
        resolutionCode = command.resolutionCode();
        causedBy(command.rootCause());
        resolvedAt = enter(TicketStatus.RESOLVED, null);
        return new TicketEvent.Resolved(previous.name(), resolutionCode);
    }

    TicketEvent close() {
        var previous = requireMove(TicketStatus.CLOSED);
        closedAt = enter(TicketStatus.CLOSED, null);
        return new TicketEvent.Closed(previous.name());
    }

    /** What was taken for the solution was none, so it stays in the history alone. */
    TicketEvent reopen(String reason) {
        var previous = requireMove(TicketStatus.REOPENED);
        requireText("reason", reason);
        resolution = null;
        resolutionCode = null;
        resolvedAt = null;
        reopenCount++;
        enter(TicketStatus.REOPENED, reason);
        return new TicketEvent.Reopened(previous.name(), reason);
    }

    public TicketEvent remove() {
        delete();
        return new TicketEvent.Deleted();
    }

    /**
     * The past as another system tells it: not judged, and in the order in which it is told. Empty if nothing is different;
     * what has been done here since is not overwritten.
     */
    public Optional<TicketEvent> takeOver(TicketFields fields, PastCourse past) {
        if (statuses.stream().anyMatch(update -> update.sourceStatus() == null)) {
            throw new RuleViolation("ticket.moved-on", number());
        }
        var before = List.of(fields(), course());
        take(fields, past);
        return before.equals(List.of(fields(), course())) ? Optional.empty() : Optional.of(past.told());
    }

    private void take(TicketFields fields, PastCourse past) {
        set(fields);
        workedOnBy(past.assignee(), past.group(), past.team() == null ? team() : past.team());
        resolution = past.resolution();
        resolutionCode = past.resolutionCode();
        resolvedAt = past.resolvedAt();
        closedAt = past.closedAt();
        reopenCount = past.reopenCount() == null ? 0 : past.reopenCount();
        slaMet = past.slaMet();
        status = past.updates().getLast().status();
        if (!statuses.equals(past.updates())) {
            statuses.clear();
            statuses.addAll(past.updates());
        }
    }

    private Instant enter(TicketStatus next, String reason) {
        var now = EventLog.now();
        status = next;
        statuses.add(new StatusUpdate(next, null, now, reason));
        return now;
    }

    /** The status that is left, if it may be. */
    private TicketStatus requireMove(TicketStatus next) {
        if (!status.allows(next)) {
            throw new RuleViolation("ticket.status-move", number(), status, next);
        }
        return status;
    }

    /** How the ticket went, as another system would tell it. */
    public PastCourse course() {
        return new PastCourse(
                assignee,
                group,
                team(),
                resolution,
                resolutionCode,
                resolvedAt,
                closedAt,
                reopenCount,
                slaMet,
                statuses());
    }

    List<StatusUpdate> statuses() {
        return List.copyOf(statuses);
    }

    @Override
    protected TicketEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new TicketEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public TicketState state() {
        var fields = fields();
        return new TicketState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                fields.customerId(),
                fields.contactId(),
                fields.contractId(),
                fields.productId(),
                Objects.toString(fields.type(), null),
                fields.category(),
                fields.channel(),
                Objects.toString(fields.impact(), null),
                Objects.toString(fields.urgency(), null),
                priority().name(),
                status.name(),
                assignee,
                group,
                resolutionCode,
                fields.rootCause(),
                fields.openedAt(),
                resolvedAt,
                closedAt,
                reopenCount,
                slaMet,
                deleted(),
                collaborators());
    }

    @Override
    public TicketPersonal personal() {
        var fields = fields();
        return new TicketPersonal(fields.subject(), fields.description(), fields.reporter(), resolution);
    }

    TicketView view() {
        return new TicketView(state(), personal(), lifespan());
    }
}
