package io.kehu.reporting;

import io.kehu.events.Event;
import io.kehu.events.SlaEvent;
import io.kehu.events.SlaState;
import io.kehu.events.TicketEvent;
import io.kehu.events.TicketState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A ticket's life as service-desk-service would tell it; what happens to it is collected until it is sent. */
final class TicketStory {

    private final UUID id = UUID.randomUUID();
    private final List<Event> events = new ArrayList<>();
    private final List<Event> clockEvents = new ArrayList<>();
    private final StateBuilder<TicketState> state = StateBuilder.of(TicketState.class)
            .with("id", id)
            .with("number", "T" + id)
            .with("team", "/support")
            .with("type", "REPAIR")
            .with("priority", "MEDIUM");
    private String status = "NEW";
    private int reopened;

    UUID id() {
        return id;
    }

    /** @param component of {@link TicketState} */
    TicketStory with(String component, Object value) {
        state.with(component, value);
        return this;
    }

    TicketStory opened(String at) {
        with("openedAt", Instant.parse(at));
        return happened(new TicketEvent.Opened(), "NEW", at);
    }

    TicketStory assigned(String agent, String at) {
        with("assignee", agent).with("owner", agent);
        return happened(new TicketEvent.Assigned(null, agent, null), "ASSIGNED", at);
    }

    TicketStory answered(String at) {
        with("firstRespondedAt", Instant.parse(at));
        return happened(new TicketEvent.FirstResponded(UUID.randomUUID()), status, at);
    }

    TicketStory moved(String to, String at) {
        return happened(new TicketEvent.StatusChanged(status, to, null), to, at);
    }

    TicketStory resolved(String at) {
        with("resolvedAt", Instant.parse(at));
        return happened(new TicketEvent.Resolved(status, null), "RESOLVED", at);
    }

    TicketStory reopened(String at) {
        with("resolvedAt", null).with("reopenCount", ++reopened);
        return happened(new TicketEvent.Reopened(status, "Again", null), "REOPENED", at);
    }

    TicketStory closed(String at) {
        with("closedAt", Instant.parse(at));
        return happened(new TicketEvent.Closed(status), "CLOSED", at);
    }

    /** The past of another system, whose last update tells how the ticket stands. */
    TicketStory imported(List<TicketEvent.StatusUpdate> updates) {
        return happened(
                new TicketEvent.Imported(updates),
                updates.getLast().status(),
                updates.getLast().at().toString());
    }

    private TicketStory happened(TicketEvent event, String newStatus, String at) {
        status = newStatus;
        events.add(EventStream.event(
                event, with("status", newStatus).state.build(), events.size() + 1L, Instant.parse(at), false));
        return this;
    }

    /** A promise that has been judged, at {@code endedAt} if it was met. */
    TicketStory promised(String kind, String source, String verdict, String endedAt, Integer usedMinutes) {
        var ended = endedAt == null ? null : Instant.parse(endedAt);
        var clock = StateBuilder.of(SlaState.class)
                .with("id", UUID.randomUUID())
                .with("number", "L" + id)
                .with("ticketId", id)
                .with("kind", kind)
                .with("round", 1)
                .with("source", source)
                .with("status", "ENDED")
                .with("verdict", verdict)
                .with("startedAt", Instant.parse("2026-01-01T00:00:00Z"))
                .with("breachedAt", verdict.equals("BREACHED") && usedMinutes != null ? ended : null)
                .with("endedAt", ended)
                .with("usedMinutes", usedMinutes)
                .build();
        clockEvents.add(EventStream.event(new SlaEvent.Met(), clock, 1));
        return this;
    }

    List<Event> events() {
        var all = new ArrayList<>(events);
        all.addAll(clockEvents);
        return all;
    }
}
