package io.kehu.servicedesk;

import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import io.kehu.servicedesk.past.PastCourse;
import io.kehu.servicedesk.priority.PriorityMatrix;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.SecondaryRow;

/** A ticket 服务请求: something that a customer wants solved, from asking to closing. Whoever works on it owns it. */
@Entity
@SecondaryTable(name = Conversation.STANDING, pkJoinColumns = @PrimaryKeyJoinColumn(name = "ticket_id"))
@SecondaryRow(table = Conversation.STANDING, owned = false, optional = true)
public class Ticket extends Conversation implements Served<TicketView> {

    public static final String NUMBER_PREFIX = "T";

    private boolean imported;

    protected Ticket() {}

    Ticket(String number, String owner, String team, TicketFields fields, PriorityMatrix matrix) {
        super(number, owner, team);
        set(fields, matrix);
        requireComplete();
        begin();
    }

    private Ticket(String number, String owner, String team) {
        super(number, owner, team);
        imported = true;
    }

    /** A ticket of another system's past, which may lack what is needed today. */
    public static Ticket ofPast(
            String number, String owner, String team, TicketFields fields, PastCourse past, PriorityMatrix matrix) {
        var ticket = new Ticket(number, owner, team);
        ticket.take(fields, past, matrix);
        return ticket;
    }

    TicketEvent opened() {
        return new TicketEvent.Opened();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<TicketEvent> update(TicketFields fields, PriorityMatrix matrix) {
        var before = fields();
        set(fields, matrix);
        if (!imported) {
            requireComplete();
        }
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /** Goes to a group as it is opened, and to one of its members if it has been somebody's turn. */
    void queue(String newGroup, String newAssignee, String newTeam) {
        workedOnBy(newAssignee, newGroup, newTeam == null ? team() : newTeam);
        if (newAssignee != null) {
            enter(TicketStatus.ASSIGNED, null);
        }
    }

    /** Gives the ticket to a person, who owns it from then on, or to a group; empty if they have it already. */
    Optional<TicketEvent> assign(Assign command) {
        if (!status().isOpen()) {
            throw new RuleViolation("ticket.not-open", number(), status());
        }
        if (command.assignee() == null && command.group() == null) {
            throw missing("assignee");
        }
        var previous = assignee();
        var newGroup = command.group() == null ? group() : command.group();
        var newTeam = command.team() == null ? team() : command.team();
        if (Objects.equals(command.assignee(), previous)
                && Objects.equals(newGroup, group())
                && Objects.equals(newTeam, team())) {
            return Optional.empty();
        }
        workedOnBy(command.assignee(), newGroup, newTeam);
        if (status() == TicketStatus.NEW) {
            enter(TicketStatus.ASSIGNED, null);
        }
        return Optional.of(new TicketEvent.Assigned(previous, assignee(), group()));
    }

    /** Moves on, by the same rules as the verbs of their own; empty if the ticket stands there already. */
    Optional<TicketEvent> moveTo(TicketStatus next, String reason) {
        if (next == status()) {
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
        solved(command);
        return new TicketEvent.Resolved(previous.name(), command.resolutionCode());
    }

    TicketEvent close() {
        var previous = requireMove(TicketStatus.CLOSED);
        closed();
        return new TicketEvent.Closed(previous.name());
    }

    TicketEvent reopen(String reason) {
        var previous = requireMove(TicketStatus.REOPENED);
        requireText("reason", reason);
        unsolved(reason);
        return new TicketEvent.Reopened(previous.name(), reason, null);
    }

    @Override
    public TicketEvent remove() {
        delete();
        return new TicketEvent.Deleted();
    }

    @Override
    public TicketEvent takeBack() {
        restore();
        return new TicketEvent.Restored();
    }

    /**
     * The past as another system tells it: not judged, and in the order in which it is told. Empty if nothing is different;
     * what has been done here since is not overwritten.
     */
    public Optional<TicketEvent> takeOver(TicketFields fields, PastCourse past, PriorityMatrix matrix) {
        if (statuses().stream().anyMatch(update -> update.sourceStatus() == null)) {
            throw new RuleViolation("ticket.moved-on", number());
        }
        var before = List.of(fields(), course());
        take(fields, past, matrix);
        return before.equals(List.of(fields(), course())) ? Optional.empty() : Optional.of(past.told());
    }

    private void take(TicketFields fields, PastCourse past, PriorityMatrix matrix) {
        set(fields, matrix);
        take(past);
    }

    @Override
    public TicketEvent updated(Set<String> fields) {
        return new TicketEvent.Updated(fields);
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
                fields.type(),
                fields.category(),
                fields.channel(),
                Objects.toString(fields.impact(), null),
                Objects.toString(fields.urgency(), null),
                priority().name(),
                status().name(),
                assignee(),
                group(),
                resolutionCode(),
                fields.rootCause(),
                fields.openedAt(),
                resolvedAt(),
                closedAt(),
                reopenCount(),
                slaMet(),
                deleted(),
                collaborators(),
                firstRespondedAt(),
                customerWaitingSince(),
                slaPolicy(),
                slaPolicyVersion(),
                entitlement(),
                sourceAssignee());
    }

    @Override
    public TicketPersonal personal() {
        var fields = fields();
        return new TicketPersonal(fields.subject(), fields.description(), fields.reporter(), resolution());
    }

    @Override
    public TicketView view() {
        return new TicketView(state(), personal(), lifespan(), standing());
    }
}
