package io.kehu.reporting;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.kehu.events.Event;
import io.kehu.events.SlaEvent;
import io.kehu.events.SlaState;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketEvent.StatusUpdate;
import io.kehu.events.TicketState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The log of a real service desk: once as its import tells it in events, and once as the file is, in tables that plain SQL can
 * ask, so that two roads lead to each figure.
 */
record RawIncidents(Path file) {

    private static final Map<String, String> STATUSES = Map.of(
            "New", "NEW",
            "Active", "IN_PROGRESS",
            "Awaiting User Info", "WAITING_CUSTOMER",
            "Awaiting Evidence", "WAITING_CUSTOMER",
            "Awaiting Problem", "WAITING_THIRD_PARTY",
            "Awaiting Vendor", "WAITING_THIRD_PARTY",
            "Resolved", "RESOLVED",
            "Closed", "CLOSED");

    private static final Map<String, String> PRIORITIES =
            Map.of("1 - Critical", "CRITICAL", "2 - High", "HIGH", "3 - Moderate", "MEDIUM", "4 - Low", "LOW");

    private static final DateTimeFormatter TIMES = DateTimeFormatter.ofPattern("d/M/yyyy H:mm");

    private static final String AT = """
            create function raw.at(text) returns timestamptz language sql stable
              return to_timestamp(nullif($1, '?'), 'DD/MM/YYYY HH24:MI')::timestamp at time zone 'UTC'""";

    /** The last row of each incident; where it does not say when it was resolved, the last row of that state does. */
    private static final String INCIDENTS = """
            create view raw.incident as
            select distinct on (number) number, upper(incident_state) as state,
                   case left(priority, 1) when '1' then 'CRITICAL' when '2' then 'HIGH' when '3' then 'MEDIUM' else 'LOW' end as priority,
                   nullif(assignment_group, '?') as team, raw.at(opened_at) as opened, raw.at(closed_at) as closed,
                   coalesce(raw.at(resolved_at), (
                     select raw.at(r.sys_updated_at) from raw.incident_event r
                      where r.number = e.number and r.incident_state = 'Resolved' order by r.line desc limit 1)) as resolved,
                   made_sla = 'true' as kept, reopen_count::integer as reopened
              from raw.incident_event e
             order by number, line desc""";

    /** Loads the file, so that {@code raw.incident} can be asked. */
    void load(Connection connection) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var text = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            var columns = text.readLine();
            statement.execute("drop schema if exists raw cascade");
            statement.execute("create schema raw");
            statement.execute("create table raw.incident_event (line bigint generated always as identity, %s)"
                    .formatted(Stream.of(columns.split(","))
                            .map(each -> each + " text")
                            .collect(Collectors.joining(", "))));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy raw.incident_event (%s) from stdin with (format csv)".formatted(columns), text);
            statement.execute("create index on raw.incident_event (number, line)");
            statement.execute(AT);
            statement.execute(INCIDENTS);
        }
    }

    /** What an import of the file publishes. */
    List<Event> events() throws IOException {
        var incidents = new LinkedHashMap<String, List<NamedCsvRecord>>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            reader.forEach(row -> incidents
                    .computeIfAbsent(row.getField("number"), _ -> new ArrayList<>())
                    .add(row));
        }
        return incidents.values().stream().flatMap(RawIncidents::told).toList();
    }

    private static Stream<Event> told(List<NamedCsvRecord> rows) {
        var last = rows.getLast();
        var updates = IntStream.range(0, rows.size())
                .mapToObj(index -> update(index + 1, rows.get(index)))
                .toList();
        var id = UUID.nameUUIDFromBytes(last.getField("number").getBytes(StandardCharsets.US_ASCII));
        var ticket = StateBuilder.of(TicketState.class)
                .with("id", id)
                .with("number", last.getField("number"))
                .with("owner", "anna")
                .with("channel", "PHONE")
                .with("priority", PRIORITIES.get(last.getField("priority")))
                .with("status", updates.getLast().status())
                .with("assignee", known(last, "assigned_to"))
                .with("group", known(last, "assignment_group"))
                .with("resolutionCode", known(last, "closed_code"))
                .with("rootCause", known(last, "caused_by"))
                .with("openedAt", time(last, "opened_at"))
                .with("resolvedAt", timeOf(last, "resolved_at", "RESOLVED", updates))
                .with("closedAt", timeOf(last, "closed_at", "CLOSED", updates))
                .with("reopenCount", Integer.parseInt(last.getField("reopen_count")))
                .with("slaMet", Boolean.parseBoolean(last.getField("made_sla")))
                .build();
        var at = updates.getLast().at();
        return Stream.of(
                EventStream.event(new TicketEvent.Imported(updates), ticket, 1, at, true),
                EventStream.event(new SlaEvent.Imported(), verdict(ticket), 1, at, true));
    }

    private static SlaState verdict(TicketState ticket) {
        return StateBuilder.of(SlaState.class)
                .with("id", UUID.nameUUIDFromBytes(("clock " + ticket.id()).getBytes(StandardCharsets.US_ASCII)))
                .with("number", "clock of " + ticket.number())
                .with("ticketId", ticket.id())
                .with("kind", "RESOLUTION")
                .with("round", 1)
                .with("source", "IMPORTED")
                .with("status", "ENDED")
                .with("verdict", ticket.slaMet() ? "MET" : "BREACHED")
                .with("startedAt", ticket.openedAt())
                .with("endedAt", ticket.resolvedAt())
                .build();
    }

    private static StatusUpdate update(int position, NamedCsvRecord row) {
        var status = row.getField("incident_state");
        return new StatusUpdate(position, STATUSES.get(status), status, time(row, "sys_updated_at"));
    }

    private static String known(NamedCsvRecord row, String column) {
        return row.getField(column).equals("?") ? null : row.getField(column);
    }

    private static Instant time(NamedCsvRecord row, String column) {
        var text = known(row, column);
        return text == null ? null : LocalDateTime.parse(text, TIMES).toInstant(ZoneOffset.UTC);
    }

    private static Instant timeOf(NamedCsvRecord row, String column, String status, List<StatusUpdate> updates) {
        var stated = time(row, column);
        return stated != null
                ? stated
                : updates.stream()
                        .filter(update -> update.status().equals(status))
                        .map(StatusUpdate::at)
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }
}
