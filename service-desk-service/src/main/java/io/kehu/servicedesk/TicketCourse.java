package io.kehu.servicedesk;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.servicedesk.past.PastCourse;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;

/** How far a {@link Ticket} is: moved by its rules, or taken as another system tells it. */
@MappedSuperclass
abstract class TicketCourse extends ServiceRequest {

    @Enumerated(EnumType.STRING)
    private TicketStatus status = TicketStatus.NEW;

    private String assignee;
    private String sourceAssignee;

    @Column(name = "assignment_group")
    private String group;

    private String resolution;
    private String resolutionCode;
    private Instant resolvedAt;
    private Instant closedAt;
    private int reopenCount;
    private Boolean slaMet;

    @ElementCollection
    @CollectionTable(name = "ticket_status", joinColumns = @JoinColumn(name = "ticket_id"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    @BatchSize(size = 100)
    private List<StatusUpdate> statuses = new ArrayList<>();

    protected TicketCourse() {}

    protected TicketCourse(String number, String owner, String team) {
        super(number, owner, team);
    }

    final void begin() {
        statuses.add(new StatusUpdate(status, null, fields().openedAt(), null));
    }

    /** As it is told; what it was before is gone. */
    final void take(PastCourse past) {
        workedOnBy(past.assignee(), past.group(), past.team() == null ? team() : past.team());
        sourceAssignee = past.sourceAssignee();
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

    final void workedOnBy(String newAssignee, String newGroup, String newTeam) {
        assignee = newAssignee;
        group = newGroup;
        changeOwner(newAssignee == null ? owner() : newAssignee, newTeam);
    }

    final void solved(Resolve command) {
        resolution = command.resolution();
        resolutionCode = command.resolutionCode();
        causedBy(command.rootCause());
        resolvedAt = enter(TicketStatus.RESOLVED, null);
    }

    final void closed() {
        closedAt = enter(TicketStatus.CLOSED, null);
    }

    /** What was taken for the solution was none, so it stays in the history alone. */
    final void unsolved(String reason) {
        resolution = null;
        resolutionCode = null;
        resolvedAt = null;
        closedAt = null;
        slaMet = null;
        reopenCount++;
        enter(TicketStatus.REOPENED, reason);
    }

    /** Whether all that was promised has been kept; judged when it is solved. */
    final void judged(Boolean met) {
        if (status == TicketStatus.RESOLVED) {
            slaMet = met;
        }
    }

    final Instant enter(TicketStatus next, String reason) {
        var now = EventLog.now();
        status = next;
        statuses.add(new StatusUpdate(next, null, now, reason));
        return now;
    }

    /** The status that is left, if it may be. */
    final TicketStatus requireMove(TicketStatus next) {
        if (!status.allows(next)) {
            throw new RuleViolation("ticket.status-move", number(), status, next);
        }
        return status;
    }

    public final TicketStatus status() {
        return status;
    }

    final String assignee() {
        return assignee;
    }

    /** The agent of imported past who is no user here, in the words of the other system. */
    final String sourceAssignee() {
        return sourceAssignee;
    }

    final String group() {
        return group;
    }

    final String resolution() {
        return resolution;
    }

    final String resolutionCode() {
        return resolutionCode;
    }

    final Instant resolvedAt() {
        return resolvedAt;
    }

    final Instant closedAt() {
        return closedAt;
    }

    final int reopenCount() {
        return reopenCount;
    }

    final Boolean slaMet() {
        return slaMet;
    }

    /** How the ticket went, as another system would tell it. */
    public final PastCourse course() {
        return new PastCourse(
                assignee,
                sourceAssignee,
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

    final List<StatusUpdate> statuses() {
        return List.copyOf(statuses);
    }
}
