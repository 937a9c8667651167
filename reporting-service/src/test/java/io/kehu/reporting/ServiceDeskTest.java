package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.Event;
import io.kehu.events.TicketEvent.StatusUpdate;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceDeskTest extends ReadModelTest {

    private static StatusUpdate update(int position, String status, String at) {
        return new StatusUpdate(position, status, status, Instant.parse(at));
    }

    private static List<TicketStory> tickets() {
        return List.of(
                new TicketStory()
                        .opened("2026-01-05T00:00:00Z")
                        .assigned("gina", "2026-01-05T01:00:00Z")
                        .answered("2026-01-05T02:00:00Z")
                        .moved("IN_PROGRESS", "2026-01-05T03:00:00Z")
                        .resolved("2026-01-05T10:00:00Z")
                        .closed("2026-01-12T00:00:00Z")
                        .promised("FIRST_RESPONSE", "COMPUTED", "MET", "2026-01-05T02:00:00Z", 60)
                        .promised("RESOLUTION", "COMPUTED", "MET", "2026-01-05T10:00:00Z", 240),
                new TicketStory()
                        .with("priority", "HIGH")
                        .with("type", "COMPLAINT")
                        .opened("2026-01-06T00:00:00Z")
                        .assigned("gina", "2026-01-06T01:00:00Z")
                        .resolved("2026-01-07T00:00:00Z")
                        .reopened("2026-01-08T00:00:00Z")
                        .resolved("2026-01-10T00:00:00Z")
                        .promised("RESOLUTION", "COMPUTED", "BREACHED", "2026-01-06T08:00:00Z", 600),
                new TicketStory().opened("2026-01-07T00:00:00Z").assigned("hugo", "2026-01-07T01:00:00Z"),
                new TicketStory().with("priority", "HIGH").opened("2026-01-08T00:00:00Z"),
                new TicketStory().opened("2026-01-09T00:00:00Z").moved("CANCELLED", "2026-01-10T00:00:00Z"),
                new TicketStory()
                        .with("openedAt", Instant.parse("2025-12-01T00:00:00Z"))
                        .with("resolvedAt", Instant.parse("2025-12-02T00:00:00Z"))
                        .with("closedAt", Instant.parse("2025-12-05T00:00:00Z"))
                        .imported(List.of(
                                update(1, "NEW", "2025-12-01T00:00:00Z"),
                                update(2, "RESOLVED", "2025-12-02T00:00:00Z"),
                                update(3, "CLOSED", "2025-12-05T00:00:00Z")))
                        .promised("RESOLUTION", "IMPORTED", "MET", "2025-12-02T00:00:00Z", null));
    }

    private static void sendSome() {
        send(jumbled(
                tickets().stream().flatMap(ticket -> ticket.events().stream()).toList()));
    }

    @Test
    void countsWhatCameAndWentAndWhatIsLeft() {
        sendSome();
        var total = get("/v1/reports/service-desk").setRootPath("total");
        assertThat(total.getInt("opened")).isEqualTo(6);
        assertThat(total.getInt("resolved")).isEqualTo(3);
        assertThat(total.getInt("closed")).isEqualTo(2);
        assertThat(total.getInt("backlog")).isEqualTo(2);
        assertThat(total.getInt("unassigned")).isEqualTo(1);
        assertThat(total.<String, Integer>getMap("backlogByPriority")).isEqualTo(Map.of("HIGH", 1, "MEDIUM", 1));
        assertThat(total.getInt("reopened")).isEqualTo(1);
        assertThat(total.getFloat("reopenRate")).isEqualTo(0.3333f);
        var january =
                get("/v1/reports/service-desk?from=2026-01-01&to=2026-01-31").setRootPath("total");
        assertThat(january.getInt("opened")).isEqualTo(5);
        assertThat(january.getInt("resolved")).isEqualTo(2);
    }

    @Test
    void tellsHowFastThingsWereDoneAndWhatWasKept() {
        sendSome();
        var total = get("/v1/reports/service-desk").setRootPath("total");
        assertThat(total.getInt("firstResponse.tickets")).isEqualTo(1);
        assertThat(total.getFloat("firstResponse.medianHours")).isEqualTo(2f);
        assertThat(total.getFloat("firstResponse.computed.hitRate")).isEqualTo(1f);
        assertThat(total.getFloat("firstResponse.computed.medianBusinessMinutes"))
                .isEqualTo(60f);
        assertThat(total.getInt("resolution.tickets")).isEqualTo(3);
        assertThat(total.getFloat("resolution.medianHours")).isEqualTo(24f);
        assertThat(total.getFloat("resolution.p90Hours")).isEqualTo(81.6f);
        assertThat(total.getFloat("resolution.computed.hitRate")).isEqualTo(0.5f);
        assertThat(total.getFloat("resolution.computed.interval.low")).isEqualTo(0.0945f);
        assertThat(total.getFloat("resolution.computed.medianBusinessMinutes")).isEqualTo(420f);
        assertThat(total.getInt("resolution.imported.met")).isEqualTo(1);
        assertThat(total.getInt("resolution.imported.breached")).isZero();
        assertThat(total.getString("resolution.imported.medianBusinessMinutes")).isNull();
        assertThat(total.getString("nextResponse.tickets")).isNull();
        assertThat(total.getString("nextResponse.computed.hitRate")).isNull();
    }

    @Test
    void tellsTheBacklogOfAnyTime() {
        sendSome();
        Map.of(
                        "2025-11-30T12:00:00Z", 0,
                        "2025-12-01T12:00:00Z", 1,
                        "2025-12-03T12:00:00Z", 0,
                        "2026-01-07T12:00:00Z", 1,
                        "2026-01-09T12:00:00Z", 4,
                        "2026-01-20T12:00:00Z", 2)
                .forEach((at, open) -> assertThat(
                                get("/v1/reports/service-desk?at=" + at).getInt("total.backlog"))
                        .as(at)
                        .isEqualTo(open));
    }

    @Test
    void takesThePastAsItWasToldLastAndNeverCountsItTwice() {
        var ticket = new TicketStory().with("openedAt", Instant.parse("2020-01-01T00:00:00Z"));
        ticket.imported(List.of(update(1, "NEW", "2020-01-01T00:00:00Z"), update(2, "CLOSED", "2020-01-20T00:00:00Z")));
        ticket.imported(List.of(
                update(1, "NEW", "2020-01-01T00:00:00Z"),
                update(2, "RESOLVED", "2020-01-10T00:00:00Z"),
                update(3, "IN_PROGRESS", "2020-01-05T00:00:00Z"),
                update(4, "RESOLVED", "2020-01-15T00:00:00Z")));
        for (var events : List.of(ticket.events(), ticket.events().reversed())) {
            empty();
            send(events);
            Map.of(
                            "2020-01-07T00:00:00Z", 1,
                            "2020-01-12T00:00:00Z", 1,
                            "2020-01-17T00:00:00Z", 0)
                    .forEach((at, open) -> assertThat(
                                    get("/v1/reports/service-desk?at=" + at).getInt("total.backlog"))
                            .as(at)
                            .isEqualTo(open));
        }
    }

    @Test
    void groupsAndFilters() {
        sendSome();
        var agents = get("/v1/reports/service-desk?groupBy=agent");
        assertThat(agents.getList("groups.key")).containsExactly(null, "gina", "hugo");
        assertThat(agents.getList("groups.opened")).containsExactly(3, 2, 1);
        assertThat(agents.getList("groups.backlog")).containsExactly(1, 0, 1);
        var months = get("/v1/reports/service-desk?groupBy=month&team=/support");
        assertThat(months.getList("groups.key")).containsExactly("2025-12", "2026-01");
        assertThat(months.getList("groups.resolved")).containsExactly(1, 2);
        assertThat(get("/v1/reports/service-desk?type=COMPLAINT").getInt("total.opened"))
                .isEqualTo(1);
        assertThat(get("/v1/reports/service-desk?groupBy=status").getList("groups.name"))
                .contains("Closed", "Cancelled");
        assertThat(get(Tokens.own("hugo", "report:read"), "/v1/reports/service-desk")
                        .getInt("total.opened"))
                .isEqualTo(1);
        Stream.of("groupBy=x", "at=2999-01-01T00:00:00Z", "product=x", "from=2026-02-01&to=2026-01-01")
                .forEach(wrong ->
                        ask(everybody(), "/v1/reports/service-desk?" + wrong).statusCode(400));
        ask(Tokens.all("anna", "ticket:read"), "/v1/reports/service-desk").statusCode(403);
    }

    @Test
    void linksToTheTicketsAndTellsTablesAndPictures() {
        sendSome();
        var agents = get("/v1/reports/service-desk?groupBy=agent&from=2026-01-01");
        assertThat(agents.getString("groups.find { it.key == 'gina' }.records"))
                .isEqualTo("/v1/tickets?filter=openedAt%3Dge%3D2025-12-31T16%3A00%3A00Z%3Bassignee%3D%3D%22gina%22");
        assertThat(agents.getString("groups.find { it.key == null }.backlogRecords"))
                .startsWith("/v1/tickets?filter=status%3Din%3D%28NEW%2CASSIGNED%2C")
                .endsWith("assignee%3Dnull%3Dtrue");
        assertThat(get("/v1/reports/service-desk?at=2026-01-09T12:00:00Z").getString("total.backlogRecords"))
                .isNull();
        assertThat(text("/v1/reports/service-desk?groupBy=priority", "text/csv", "zh-CN"))
                .startsWith("\ufeff分组,名称,新增,已解决,已关闭,积压")
                .contains(
                        "HIGH,高,2,1,0,1,1,1,1.0000,",
                        "HIGH,,,,,,,,,RESOLUTION,,1,96.00,96.00,",
                        "*,,,,,,,,,RESOLUTION,COMPUTED,,,,1,1,0.5000,0.0945,0.9055,420.00,");
        assertThat(text("/v1/reports/service-desk?groupBy=priority", "image/svg+xml", "en"))
                .contains("Service desk: 6 opened, 3 resolved, 2 in the backlog", "Medium");
        assertThat(text("/v1/reports/service-desk?groupBy=week", "image/svg+xml", "zh-CN"))
                .contains("<polyline", "2026-W02", "新增");
    }

    @Test
    void givesTheSameFiguresAfterAReplayIntoAnEmptiedReadModel() {
        var events =
                tickets().stream().flatMap(ticket -> ticket.events().stream()).toList();
        send(events);
        var expected = get("/v1/reports/service-desk?at=2026-01-09T12:00:00Z").getMap("total");
        empty();
        EventStream.replay(events.toArray(Event[]::new));
        awaitApplied();
        assertThat(get("/v1/reports/service-desk?at=2026-01-09T12:00:00Z").getMap("total"))
                .isEqualTo(expected);
    }
}
