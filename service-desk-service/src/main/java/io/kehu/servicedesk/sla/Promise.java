package io.kehu.servicedesk.sla;

import io.kehu.events.TicketState;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** What a {@link SlaClock} is about: what has been promised on which ticket, by which policy and which hours. */
@MappedSuperclass
abstract class Promise extends BusinessTimer {

    private UUID ticketId;

    @Enumerated(EnumType.STRING)
    private SlaKind kind;

    private int round;
    private String policy;
    private Integer policyVersion;
    private String calendar;

    @Enumerated(EnumType.STRING)
    private ClockSource source;

    private Instant startedAt;

    protected Promise() {}

    protected Promise(TicketState ticket, SlaKind kind, int round, ClockSource source, Instant startedAt) {
        super("%s-%s-%d".formatted(ticket.number(), kind, round));
        this.ticketId = ticket.id();
        this.kind = kind;
        this.round = round;
        this.source = source;
        this.startedAt = startedAt;
    }

    final void under(TicketState ticket, SlaPolicy promised) {
        policy = ticket.slaPolicy();
        policyVersion = ticket.slaPolicyVersion();
        calendar = promised.calendar();
    }

    final UUID ticketId() {
        return ticketId;
    }

    final SlaKind kind() {
        return kind;
    }

    final int round() {
        return round;
    }

    final String policy() {
        return policy;
    }

    final Integer policyVersion() {
        return policyVersion;
    }

    final String calendar() {
        return calendar;
    }

    final ClockSource source() {
        return source;
    }

    final Instant startedAt() {
        return startedAt;
    }
}
