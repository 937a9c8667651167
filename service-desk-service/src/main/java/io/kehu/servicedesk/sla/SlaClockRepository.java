package io.kehu.servicedesk.sla;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds clocks; whether their tickets may be seen is asked before, but for sums. */
@ApplicationScoped
class SlaClockRepository implements PanacheRepositoryBase<SlaClock, UUID> {

    SlaClockRepository() {}

    List<SlaClock> of(UUID ticketId) {
        return list("ticketId = ?1 and deletedAt is null order by startedAt, id", ticketId);
    }

    /** Those with the verdicts of other systems, also what has been taken back. */
    List<SlaClock> imported(Collection<UUID> ticketIds) {
        return list("ticketId in ?1 and source = ?2", ticketIds, ClockSource.IMPORTED);
    }

    /** Those of these tickets that have something to tell by {@code now}. */
    List<SlaClock> ringing(Collection<UUID> ticketIds, Instant now) {
        return list("ticketId in ?1 and nextAlarmAt <= ?2 order by id", ticketIds, now);
    }

    /** Tickets with running clocks that count by this calendar and have not been judged, some behind {@code position}. */
    List<UUID> ticketsBy(String calendar, UUID position, int most) {
        return getEntityManager()
                .createQuery(
                        "select distinct ticketId from SlaClock where calendar = :calendar and status = :running"
                                + " and verdict is null and ticketId > :position order by ticketId",
                        UUID.class)
                .setParameter("calendar", calendar)
                .setParameter("running", ClockStatus.RUNNING)
                .setParameter("position", position)
                .setMaxResults(most)
                .getResultList();
    }

    List<SlaClock> runningBy(String calendar, Collection<UUID> ticketIds) {
        return list(
                "ticketId in ?1 and calendar = ?2 and status = ?3 and verdict is null order by id",
                ticketIds,
                calendar,
                ClockStatus.RUNNING);
    }

    /** All of the tickets that the caller may see, counted. */
    List<SlaClockTotals.Part> countByStatusAndVerdict() {
        return getEntityManager()
                .createQuery(
                        "select status, verdict, count(*) from SlaClock where deletedAt is null"
                                + " and ticketId in (select id from Ticket) group by status, verdict",
                        SlaClockTotals.Part.class)
                .getResultList();
    }

    /** How these tickets stand with all of their clocks. */
    Map<UUID, SlaStanding> standings(Collection<UUID> ticketIds) {
        return list("ticketId in ?1 and deletedAt is null", ticketIds).stream()
                .collect(Collectors.groupingBy(
                        SlaClock::ticketId, Collectors.collectingAndThen(Collectors.toList(), SlaStanding::of)));
    }
}
