package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kehu.events.Event;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SatisfactionDriversTest extends ReadModelTest {

    /**
     * The attitude counts double, the speed once, a breach takes a point and a half away; the price moves nothing. What is said of
     * manners is what is said of the attitude, and everybody finds the product as good.
     */
    private static void sendAnswers(int number) {
        var random = new Random(7);
        var events = new ArrayList<Event>();
        for (var count = 0; count < number; count++) {
            var attitude = 1 + random.nextInt(5);
            var speed = 1 + random.nextInt(5);
            var breached = random.nextInt(4) == 0;
            var overall = Math.clamp(
                    Math.round((2 * attitude + speed) / 3.0 + (breached ? -1.5 : 0) + random.nextGaussian() * 0.4),
                    1,
                    5);
            var scores = new HashMap<String, Integer>();
            scores.put("SERVICE_ATTITUDE", attitude);
            scores.put("MANNERS", 6 - attitude);
            scores.put("RESPONSE_SPEED", speed);
            scores.put("PRICE", 1 + random.nextInt(5));
            scores.put("PRODUCT_QUALITY", 4);
            if (count % 3 == 0) {
                scores.put("ROOMS", 1 + random.nextInt(5));
            }
            var ticket = new TicketStory()
                    .opened("2026-01-01T00:00:00Z")
                    .resolved(Instant.parse("2026-01-01T01:00:00Z")
                            .plusSeconds(random.nextInt(360_000))
                            .toString())
                    .promised("RESOLUTION", "COMPUTED", breached ? "BREACHED" : "MET", "2026-01-02T00:00:00Z", 60);
            events.addAll(ticket.events());
            events.add(new Answer()
                    .by(count % 2 == 0 ? "gina" : "hugo")
                    .with("ticketId", ticket.id())
                    .answered("2026-01-12", overall, scores)
                    .told());
        }
        send(events);
    }

    @Test
    void tellsWhatMovesTheScoreAndWhatCannotBeTold() {
        sendAnswers(600);
        var report = get("/v1/reports/satisfaction-drivers");
        assertThat(report.getInt("answers")).isEqualTo(600);
        assertThat(report.getInt("used")).isEqualTo(600);
        assertThat(report.getString("reason")).isNull();
        assertThat(report.getList("drivers.driver").subList(0, 3))
                .containsExactly("MANNERS", "BREACHED", "RESPONSE_SPEED");
        assertThat(report.getList("drivers.driver")).hasSize(5).contains("PRICE", "RESOLUTION_HOURS");
        assertThat(report.getFloat("drivers[0].coefficient")).isNegative();
        assertThat(report.getFloat("drivers[1].coefficient")).isNegative();
        assertThat(report.getFloat("drivers[2].coefficient")).isPositive();
        assertThat(report.getFloat("fit")).isBetween(0.7f, 1f);
        var sum = report.<Float>getList("drivers.importance").stream()
                .mapToDouble(each -> each)
                .sum();
        assertThat(sum).isCloseTo(report.getFloat("fit"), within(5e-4));
        assertThat(report.getFloat("drivers.find { it.driver == 'PRICE' }.interval.low"))
                .isZero();
        assertThat(report.getFloat("drivers[0].interval.low")).isGreaterThan(0.2f);
        assertThat(report.getMap("leftOut.collectEntries { [it.driver, it.reason] }"))
                .isEqualTo(Map.of(
                        "SERVICE_ATTITUDE", "COLLINEAR",
                        "PRODUCT_QUALITY", "CONSTANT",
                        "REOPENED", "CONSTANT",
                        "ROOMS", "MOSTLY_MISSING",
                        "FIRST_RESPONSE_HOURS", "MOSTLY_MISSING"));
    }

    @Test
    void seesOnlyWhatTheCallerMayAndTellsTablesAndPictures() {
        sendAnswers(160);
        assertThat(get(Tokens.own("gina", "report:read"), "/v1/reports/satisfaction-drivers")
                        .getInt("answers"))
                .isEqualTo(80);
        assertThat(get("/v1/reports/satisfaction-drivers?agent=hugo").getInt("answers"))
                .isEqualTo(80);
        assertThat(text("/v1/reports/satisfaction-drivers", "text/csv", "zh-CN"))
                .contains("BREACHED,SLA超时,0.", "ROOMS,,,,,,,,,,MOSTLY_MISSING");
        assertThat(text("/v1/reports/satisfaction-drivers", "image/svg+xml", "en"))
                .contains("Service level breached", "coefficient -", "160 answers");
        ask(Tokens.all("anna", "survey:read"), "/v1/reports/satisfaction-drivers")
                .statusCode(403);
        ask(everybody(), "/v1/reports/satisfaction-drivers?kind=x").statusCode(400);
    }

    @Test
    void saysWhyItSaysNothing() {
        assertThat(get("/v1/reports/satisfaction-drivers").getString("reason")).isEqualTo("TOO_FEW_ANSWERS");
        sendAnswers(20);
        var few = get("/v1/reports/satisfaction-drivers");
        assertThat(few.getString("reason")).isEqualTo("TOO_FEW_ANSWERS");
        assertThat(few.getInt("used")).isEqualTo(20);
        assertThat(few.getList("drivers")).isEmpty();
        assertThat(text("/v1/reports/satisfaction-drivers", "image/svg+xml", "zh-CN"))
                .contains("回答太少");
        execute("update survey set scores = '{}', ticket_id = null");
        execute(
                "insert into survey select gen_random_uuid(), version, owner, team, deleted, kind, null, null, agent, ticket_type,"
                        + " priority, status, score, scores, sent_at, answered_at from survey, generate_series(1, 3)");
        assertThat(get("/v1/reports/satisfaction-drivers").getString("reason")).isEqualTo("NOTHING_TO_COMPARE");
        execute("update survey set score = 5, scores = '{\"PRICE\": 3}' where (hashtext(id::text) % 2) = 0");
        execute("update survey set score = 5, scores = '{\"PRICE\": 4}' where (hashtext(id::text) % 2) <> 0");
        assertThat(get("/v1/reports/satisfaction-drivers").getString("reason")).isEqualTo("SCORES_ALL_THE_SAME");
    }
}
