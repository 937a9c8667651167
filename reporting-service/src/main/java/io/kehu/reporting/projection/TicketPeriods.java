package io.kehu.reporting.projection;

import io.kehu.events.Event;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps the facts of tickets' history, so that a backlog of the past can be asked for. An imported past tells the whole history,
 * so nothing stays of what was told before it; a row of it that goes back in time counts from the time of the row before.
 */
final class TicketPeriods {

    private static final String KEEP = """
            insert into ticket_period (ticket_id, version, position, status, told_at) values (?, ?, ?, ?, ?)
            on conflict (ticket_id, version, position) do update set status = excluded.status, told_at = excluded.told_at""";

    private static final String FORGET = """
            delete from ticket_period p
             where p.ticket_id = any (?)
               and p.version < (select max(i.version) from ticket_period i where i.ticket_id = p.ticket_id and i.position > 0)""";

    private static final String DERIVE = """
            with begun as (
              select ticket_id, version, position,
                     max(told_at) over (partition by ticket_id order by version, position) as began
                from ticket_period
               where ticket_id = any (?)),
            derived as (
              select *, lead(began) over (partition by ticket_id order by version, position) as ended from begun)
            update ticket_period p
               set starts_at = d.began, ends_at = d.ended
              from derived d
             where (p.ticket_id, p.version, p.position) = (d.ticket_id, d.version, d.position)
               and (p.starts_at, p.ends_at) is distinct from (d.began, d.ended)""";

    private TicketPeriods() {}

    private record Fact(UUID ticket, long version, int position, String status, Instant toldAt) {}

    /** @param tickets whose rows the caller has locked by keeping their states first */
    static void keep(Connection connection, Collection<UUID> tickets, List<Event> events) throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            for (var fact :
                    events.stream().flatMap(TicketPeriods::facts).distinct().toList()) {
                statement.setObject(1, fact.ticket());
                statement.setLong(2, fact.version());
                statement.setInt(3, fact.position());
                statement.setString(4, fact.status());
                StateTable.set(statement, 5, fact.toldAt());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        for (var follow : List.of(FORGET, DERIVE)) {
            try (var statement = connection.prepareStatement(follow)) {
                statement.setArray(1, connection.createArrayOf("uuid", tickets.toArray()));
                statement.executeUpdate();
            }
        }
    }

    private static Stream<Fact> facts(Event event) {
        if (!(event.data() instanceof TicketEvent happened) || !(event.state() instanceof TicketState state)) {
            return Stream.empty();
        }
        var version = event.metadata().version();
        var now = new Fact(
                state.id(), version, 0, state.status(), event.metadata().occurredAt());
        return switch (happened) {
            case TicketEvent.Opened _ -> Stream.of(new Fact(state.id(), version, 0, state.status(), state.openedAt()));
            case TicketEvent.Imported past ->
                Stream.concat(
                        Stream.of(new Fact(state.id(), version, 0, "NEW", state.openedAt())),
                        past.updates().stream()
                                .map(update -> new Fact(
                                        state.id(), version, update.position(), update.status(), update.at())));
            case TicketEvent.Assigned _, TicketEvent.StatusChanged _, TicketEvent.Reopened _ -> Stream.of(now);
            case TicketEvent.Resolved _, TicketEvent.Closed _ -> Stream.of(now);
            case TicketEvent.MessageAdded message -> message.to() == null ? Stream.empty() : Stream.of(now);
            case TicketEvent.Updated _, TicketEvent.FirstResponded _, TicketEvent.OwnerChanged _ -> Stream.empty();
            case TicketEvent.Linked _, TicketEvent.Unlinked _, TicketEvent.Deleted _, TicketEvent.Restored _ ->
                Stream.empty();
            case TicketEvent.Unknown _ -> Stream.empty();
        };
    }
}
