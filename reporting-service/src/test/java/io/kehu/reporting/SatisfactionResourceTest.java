package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

@QuarkusTest
class SatisfactionResourceTest extends ReadModelTest {

    private static Answer survey(String agent, String priority, String sent) {
        return new Answer().by(agent).with("priority", priority).sent(sent);
    }

    private static Answer survey(String agent, String priority, String sent, String answered, int score) {
        return survey(agent, priority, sent)
                .answered(answered, score, Map.of("SERVICE_ATTITUDE", score, "RESPONSE_SPEED", 3));
    }

    private static void sendSome() {
        var answers = new ArrayList<Answer>();
        for (var index = 0; index < 8; index++) {
            answers.add(survey("gina", "HIGH", "2026-01-10", "2026-01-12", 4 + index % 2));
        }
        answers.add(survey("gina", "LOW", "2026-01-10", "2026-02-01", 2));
        answers.add(survey("hugo", "LOW", "2026-01-31", "2026-02-02", 3));
        answers.add(survey("hugo", "LOW", "2026-01-31"));
        answers.add(survey("hugo", "LOW", "2026-02-03"));
        send(jumbled(Answer.told(answers)));
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
    void tellsTheFigureOfEachKindWithItsOwnInterval() {
        var answers = new ArrayList<Answer>();
        for (var index = 0; index < 100; index++) {
            var nps = index < 60 ? 9 + index % 2 : index < 80 ? 7 : 6;
            answers.add(new Answer().of("NPS").by("gina").answered("2026-01-12", nps, Map.of("PRICE", nps)));
        }
        for (var score : List.of(5, 6, 7, 6, 2)) {
            answers.add(new Answer().of("CES").by("gina").answered("2026-01-12", score, Map.of()));
        }
        answers.add(new Answer().of("CUSTOM").by("gina").answered("2026-01-12", null, Map.of("PRICE", 3)));
        send(Answer.told(answers));
        var nps = get("/v1/reports/satisfaction?kind=nps");
        assertThat(nps.getInt("total.answers")).isEqualTo(100);
        assertThat(nps.getInt("total.satisfied")).isEqualTo(60);
        assertThat(nps.getInt("total.dissatisfied")).isEqualTo(20);
        assertThat(nps.getFloat("total.score")).isEqualTo(40f);
        assertThat(nps.getFloat("total.interval.low")).isEqualTo(23.57f);
        assertThat(nps.getFloat("total.interval.high")).isEqualTo(54.86f);
        assertThat(nps.getString("total.csat")).isNull();
        var ces = get("/v1/reports/satisfaction?kind=ces");
        assertThat(ces.getFloat("total.score")).isEqualTo(5.2f);
        assertThat(ces.getFloat("total.interval.low")).isEqualTo(2.81f);
        assertThat(ces.getFloat("total.interval.high")).isEqualTo(7f);
        assertThat(get("/v1/reports/satisfaction").getInt("total.answers")).isZero();
        ask(everybody(), "/v1/reports/satisfaction?kind=x").statusCode(400);
    }

    @Test
    void tellsMeansOfCustomSurveysButNoShareOfWhomNobodyCallsSatisfied() {
        var answers =
                new ArrayList<>(List.of(new Answer().of("CUSTOM").by("gina").sent("2026-01-10")));
        for (var score : List.of(3, 4, 5)) {
            answers.add(new Answer()
                    .of("CUSTOM")
                    .by("gina")
                    .sent("2026-01-10")
                    .answered("2026-01-12", score == 5 ? 9 : null, Map.of("PRICE", score)));
        }
        send(Answer.told(answers));
        var report = get("/v1/reports/satisfaction?kind=custom&groupBy=agent");
        for (var row : List.of("total", "groups[0]")) {
            assertThat(report.getInt(row + ".answers")).isEqualTo(3);
            assertThat(report.getFloat(row + ".responseRate")).isEqualTo(0.75f);
            assertThat(report.getFloat(row + ".score")).isEqualTo(9f);
            assertThat(report.getMap(row)).doesNotContainKeys("satisfied", "dissatisfied", "csat", "interval");
            assertThat(report.getFloat(row + ".dimensions[0].meanScore")).isEqualTo(4f);
            assertThat(report.getFloat(row + ".dimensions[0].interval.low")).isEqualTo(1.52f);
            assertThat(report.getFloat(row + ".dimensions[0].interval.high")).isEqualTo(6.48f);
        }
        var sides = get("/v1/reports/satisfaction?kind=custom&groupBy=dimension");
        assertThat(sides.getList("groups.key")).containsExactly("PRICE");
        assertThat(sides.getFloat("groups[0].score")).isEqualTo(4f);
        assertThat(text("/v1/reports/satisfaction?kind=custom", "text/csv", "zh-CN"))
                .contains("平均分下限,平均分上限", "*,PRICE,3,,,,,4.00,,,,,,,,1.52,6.48");
        assertThat(text("/v1/reports/satisfaction?kind=custom&groupBy=dimension", "image/svg+xml", "en"))
                .contains("Custom survey", "Price", "4.00");
    }

    @Test
    void tellsWhatIsThoughtOfEachSideOfTheService() {
        sendSome();
        var sides = get("/v1/reports/satisfaction?groupBy=dimension");
        assertThat(sides.getInt("total.answers")).isEqualTo(10);
        assertThat(sides.getInt("total.sent")).isEqualTo(12);
        assertThat(sides.getList("groups.key")).containsExactly("RESPONSE_SPEED", "SERVICE_ATTITUDE");
        assertThat(sides.getList("groups.name")).containsExactly("Response speed", "Service attitude");
        assertThat(sides.getList("groups.answers")).containsExactly(10, 10);
        assertThat(sides.getList("groups.score")).containsExactly(0f, 0.8f);
        var months = get("/v1/reports/satisfaction?groupBy=month&dimension=SERVICE_ATTITUDE");
        assertThat(months.getList("groups.score")).containsExactly(1f, 0f);
        ask(everybody(), "/v1/reports/satisfaction?groupBy=dimension&dimension=PRICE")
                .statusCode(400);
    }

    @Test
    void tellsWhoWhatAndWhenByWhateverIsKnown() {
        var customer = UUID.randomUUID();
        var product = UUID.randomUUID();
        var known = StateBuilder.of(CustomerState.class)
                .with("id", customer)
                .with("number", "C1")
                .with("name", "Acme")
                .with("level", "A")
                .build();
        send(List.of(
                EventStream.event(new CustomerEvent.Created(), known, 1),
                survey("gina", "HIGH", "2026-01-04", "2026-01-04", 5)
                        .with("customerId", customer)
                        .with("productId", product)
                        .with("questionnaire", "after-repair")
                        .with("occasion", "TICKET_CLOSED")
                        .with("ticketCategory", "PRINTER")
                        .with("answeredBy", "PHONE")
                        .told(),
                survey("gina", "HIGH", "2026-01-05", "2026-04-05", 1).told()));
        Map.of(
                        "level", "A",
                        "product", product.toString(),
                        "customer", customer.toString(),
                        "questionnaire", "after-repair",
                        "occasion", "TICKET_CLOSED",
                        "category", "PRINTER",
                        "channel", "PHONE",
                        "team", "/support")
                .forEach((dimension, key) -> {
                    var groups = get("/v1/reports/satisfaction?groupBy=" + dimension);
                    assertThat(groups.getString("groups[0].key")).as(dimension).isEqualTo(key);
                    var one = get("/v1/reports/satisfaction?" + dimension + "=" + key);
                    assertThat(one.getInt("total.answers")).as(dimension).isEqualTo(dimension.equals("team") ? 2 : 1);
                });
        assertThat(get("/v1/reports/satisfaction?groupBy=customer").getString("groups[0].name"))
                .isEqualTo("Acme");
        assertThat(get("/v1/reports/satisfaction?groupBy=day").getList("groups.key"))
                .containsExactly("2026-01-04", "2026-01-05", "2026-04-05");
        assertThat(get("/v1/reports/satisfaction?groupBy=week").getList("groups.key"))
                .containsExactly("2026-W01", "2026-W02", "2026-W14");
        var quarters = get("/v1/reports/satisfaction?groupBy=quarter&agent=gina");
        assertThat(quarters.getList("groups.key")).containsExactly("2026-Q1", "2026-Q2");
        assertThat(get("/v1/reports/satisfaction?groupBy=year&fiscalYearStart=4&agent=gina")
                        .getList("groups.key"))
                .containsExactly("2025", "2026");
        assertThat(quarters.getString("groups[1].records"))
                .isEqualTo(
                        "/v1/surveys?filter=kind%3D%3D%22CSAT%22%3Bagent%3D%3D%22gina%22%3BansweredAt%3Dnull%3Dfalse%3B"
                                + "answeredAt%3Dge%3D2026-03-31T16%3A00%3A00Z%3BansweredAt%3Dlt%3D2026-06-30T16%3A00%3A00Z");
    }

    @Test
    void drawsATrendWithItsIntervalsAndGroupsAsBars() throws Exception {
        sendSome();
        for (var language : List.of("en", "zh-CN")) {
            var line = text("/v1/reports/satisfaction?groupBy=month", "image/svg+xml", language);
            assertThat(line)
                    .contains("<polyline", "<polygon", "2026-02", "100.0%")
                    .doesNotContain("<script");
            assertThat(line).contains(language.equals("en") ? "10 answers" : "10 个回答", "prefers-color-scheme: dark");
            var factory = DocumentBuilderFactory.newInstance();
            var picture = factory.newDocumentBuilder().parse(new InputSource(new StringReader(line)));
            assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(2);
        }
        assertThat(text("/v1/reports/satisfaction?groupBy=agent", "image/svg+xml", "en"))
                .contains("gina", "88.9%", "56.5% to 98.0% · 9 answers");
        assertThat(text("/v1/reports/satisfaction?kind=nps&groupBy=month", "image/svg+xml", "en"))
                .contains("There is nothing to show.");
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
