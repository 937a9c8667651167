package io.kehu.reporting;

import static io.kehu.reporting.Deal.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.Event;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SatisfactionResourceTest extends ReadModelTest {

    private static List<Event> survey(String agent, String priority, String sent, String answered, Integer score) {
        var id = UUID.randomUUID();
        var events = new ArrayList<Event>();
        events.add(EventStream.event(new SurveyEvent.Sent(), state(id, agent, priority, sent, null, null), 1));
        if (score != null) {
            var state = state(id, agent, priority, sent, day(answered), score);
            events.add(EventStream.event(new SurveyEvent.Answered(score), state, 2));
        }
        return events;
    }

    private static SurveyState state(
            UUID id, String agent, String priority, String sent, Instant answered, Integer score) {
        Map<String, Integer> scores = score == null ? Map.of() : Map.of("SERVICE_ATTITUDE", score, "RESPONSE_SPEED", 3);
        return StateBuilder.of(SurveyState.class)
                .with("id", id)
                .with("number", "S" + id)
                .with("owner", agent)
                .with("team", "/support")
                .with("kind", "CSAT")
                .with("agent", agent)
                .with("ticketType", "REPAIR")
                .with("priority", priority)
                .with("status", score == null ? "SENT" : "ANSWERED")
                .with("score", score)
                .with("scores", scores)
                .with("sentAt", day(sent))
                .with("answeredAt", answered)
                .build();
    }

    private static void sendSome() {
        var events = new ArrayList<Event>();
        for (var index = 0; index < 8; index++) {
            events.addAll(survey("gina", "HIGH", "2026-01-10", "2026-01-12", 4 + index % 2));
        }
        events.addAll(survey("gina", "LOW", "2026-01-10", "2026-02-01", 2));
        events.addAll(survey("hugo", "LOW", "2026-01-31", "2026-02-02", 3));
        events.addAll(survey("hugo", "LOW", "2026-01-31", null, null));
        events.addAll(survey("hugo", "LOW", "2026-02-03", null, null));
        send(jumbled(events));
    }

    @Test
    void sharesTheSatisfiedAmongTheAnswers() {
        sendSome();
        var report = get("/v1/reports/satisfaction");
        assertThat(report.getInt("total.answers")).isEqualTo(10);
        assertThat(report.getInt("total.satisfied")).isEqualTo(8);
        assertThat(report.getFloat("total.csat")).isEqualTo(0.8f);
        assertThat(report.getFloat("total.interval.low")).isEqualTo(0.4902f);
        assertThat(report.getFloat("total.interval.high")).isEqualTo(0.9433f);
        assertThat(report.getFloat("total.meanScore")).isEqualTo(4.1f);
        assertThat(report.getInt("total.sent")).isEqualTo(12);
        assertThat(report.getFloat("total.responseRate")).isEqualTo(0.8333f);
        assertThat(report.getList("total.dimensions.dimension")).containsExactly("RESPONSE_SPEED", "SERVICE_ATTITUDE");
        assertThat(report.getList("total.dimensions.meanScore")).containsExactly(3.0f, 4.1f);
    }

    @Test
    void countsAnswersByTheirDayAndTheResponseRateByTheDayOfSending() {
        sendSome();
        var january = get("/v1/reports/satisfaction?from=2026-01-01&to=2026-01-31");
        assertThat(january.getInt("total.answers")).isEqualTo(8);
        assertThat(january.getFloat("total.csat")).isEqualTo(1f);
        assertThat(january.getInt("total.sent")).isEqualTo(11);
        assertThat(january.getFloat("total.responseRate")).isEqualTo(0.9091f);
        var months = get("/v1/reports/satisfaction?groupBy=month");
        assertThat(months.getList("groups.key")).containsExactly("2026-01", "2026-02");
        assertThat(months.getList("groups.answers")).containsExactly(8, 2);
        assertThat(months.getList("groups.sent")).containsExactly(11, 1);
    }

    @Test
    void groupsAndFilters() {
        sendSome();
        var agents = get("/v1/reports/satisfaction?groupBy=agent");
        assertThat(agents.getList("groups.key")).containsExactly("gina", "hugo");
        assertThat(agents.getList("groups.csat")).containsExactly(0.8889f, 0f);
        assertThat(agents.getFloat("groups[1].dimensions[1].meanScore")).isEqualTo(3f);
        assertThat(get("/v1/reports/satisfaction?groupBy=priority").getList("groups.key"))
                .containsExactly("HIGH", "LOW");
        assertThat(get("/v1/reports/satisfaction?groupBy=type").getList("groups.key"))
                .containsExactly("REPAIR");
        assertThat(get("/v1/reports/satisfaction?agent=hugo").getInt("total.answers"))
                .isEqualTo(1);
        assertThat(get("/v1/reports/satisfaction?priority=HIGH&team=/support").getInt("total.answers"))
                .isEqualTo(8);
        assertThat(get(Tokens.own("hugo", "report:read"), "/v1/reports/satisfaction")
                        .getInt("total.answers"))
                .isEqualTo(1);
        assertThat(text("/v1/reports/satisfaction?groupBy=agent", "text/csv", "en"))
                .contains("gina,,9,8,0.8889,", "gina,SERVICE_ATTITUDE,9,,,,,4.22,,");
    }

    @Test
    void saysNothingOfNoAnswers() {
        var report = get("/v1/reports/satisfaction");
        assertThat(report.getInt("total.answers")).isZero();
        assertThat(report.getString("total.csat")).isNull();
        assertThat(report.getString("total.interval")).isNull();
        ask(everybody(), "/v1/reports/satisfaction?groupBy=x").statusCode(400);
        ask(everybody(), "/v1/reports/satisfaction?customer=x").statusCode(400);
        ask(Tokens.all("anna", "survey:read"), "/v1/reports/satisfaction").statusCode(403);
    }
}
