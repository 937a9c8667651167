package io.kehu.servicedesk;

import io.kehu.servicedesk.sla.SlaClocks;
import io.kehu.servicedesk.sla.SlaStanding;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/**
 * Who waits for whose answer on a {@link Ticket}, and what it has been promised. How it stands with the promises is kept in a
 * table beside its own that it only reads.
 */
@MappedSuperclass
abstract class Conversation extends TicketCourse {

    static final String STANDING = "ticket_sla";

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

    /** An agent has written to the customer; whether for the first time. */
    final boolean answered(Instant at) {
        var first = firstRespondedAt == null;
        firstRespondedAt = first ? at : firstRespondedAt;
        customerWaitingSince = null;
        return first;
    }

    final void asked(Instant at) {
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
