package io.kehu.servicedesk;

import io.kehu.events.TicketEvent;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.servicedesk.message.Message;
import io.kehu.servicedesk.sla.SlaClocks;
import io.kehu.servicedesk.sla.SlaStanding;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;

/**
 * Who waits for whose answer on a {@link Ticket}, and what it has been promised. How it stands with the promises is kept in a
 * table beside its own that it only reads.
 */
@MappedSuperclass
abstract class Conversation extends TicketCourse {

    static final String STANDING = "ticket_sla";

    /** Why a ticket is open again that nobody has reopened by hand. */
    private static final String CUSTOMER_MESSAGE = "CUSTOMER_MESSAGE";

    private Instant firstRespondedAt;
    private Instant customerWaitingSince;
    private String slaPolicy;
    private Integer slaPolicyVersion;
    private String entitlement;

    @Column(table = STANDING, insertable = false, updatable = false)
    private Instant slaDueAt;

    @Column(table = STANDING, insertable = false, updatable = false)
    private Boolean slaBreached;

    protected Conversation() {}

    protected Conversation(String number, String owner, String team) {
        super(number, owner, team);
    }

    /** Keeps the policy that it is opened under, in this version. */
    final void promise(String policy, int version) {
        slaPolicy = policy;
        slaPolicyVersion = version;
    }

    final void entitled(String newEntitlement) {
        entitlement = newEntitlement;
    }

    /**
     * Somebody wrote. An agent's first public message is the first response; a customer's ends the waiting for it, and takes
     * up again what was closed no more than {@code reopenDays} ago.
     */
    public final TicketEvent write(Message message, int reopenDays) {
        if (message.isOfCustomer()) {
            return heard(message, reopenDays);
        }
        return message.answersCustomer() && answered(message.sentAt())
                ? new TicketEvent.FirstResponded(message.id())
                : added(message, status());
    }

    private TicketEvent heard(Message message, int reopenDays) {
        var before = status();
        if (before == TicketStatus.CLOSED && !isClosedWithin(reopenDays, message.sentAt())) {
            throw new RuleViolation("ticket.closed-for-good", number(), reopenDays);
        }
        asked(message.sentAt());
        return switch (before) {
            case RESOLVED, CLOSED -> {
                unsolved(CUSTOMER_MESSAGE);
                yield new TicketEvent.Reopened(before.name(), CUSTOMER_MESSAGE, message.id());
            }
            case WAITING_CUSTOMER -> {
                enter(TicketStatus.IN_PROGRESS, null);
                yield added(message, before);
            }
            case NEW, ASSIGNED, IN_PROGRESS, WAITING_THIRD_PARTY, REOPENED, REJECTED, DUPLICATE, CANCELLED ->
                added(message, before);
        };
    }

    private TicketEvent added(Message message, TicketStatus before) {
        var moved = status() != before;
        return new TicketEvent.MessageAdded(
                message.id(),
                message.visibility().name(),
                message.author().name(),
                moved ? before.name() : null,
                moved ? status().name() : null);
    }

    private boolean isClosedWithin(int days, Instant now) {
        return closedAt() != null && now.isBefore(closedAt().plus(Duration.ofDays(days)));
    }

    /** An agent has written to the customer; whether for the first time. */
    private boolean answered(Instant at) {
        var first = firstRespondedAt == null;
        firstRespondedAt = first ? at : firstRespondedAt;
        customerWaitingSince = null;
        return first;
    }

    private void asked(Instant at) {
        customerWaitingSince = customerWaitingSince == null ? at : customerWaitingSince;
    }

    /** How it stands now with what it has been promised; a ticket of the past keeps the verdict that it came with. */
    final void follow(SlaClocks.Following following) {
        if (slaPolicy != null) {
            judged(following.met());
            slaDueAt = following.standing().slaDueAt();
            slaBreached = following.standing().slaBreached();
        }
    }

    final SlaStanding standing() {
        return new SlaStanding(slaDueAt, slaBreached);
    }

    final Instant firstRespondedAt() {
        return firstRespondedAt;
    }

    final Instant customerWaitingSince() {
        return customerWaitingSince;
    }

    final String slaPolicy() {
        return slaPolicy;
    }

    final Integer slaPolicyVersion() {
        return slaPolicyVersion;
    }

    final String entitlement() {
        return entitlement;
    }
}
