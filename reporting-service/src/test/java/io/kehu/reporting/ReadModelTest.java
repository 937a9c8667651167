package io.kehu.reporting;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Event;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** What tests of reports share: each starts from an empty read model and fills it through Kafka. */
abstract class ReadModelTest {

    private static final String TABLES =
            "customer, contact, product, opportunity, opportunity_period, entry, entry_balance, standing, standing_balance, closing, closing_balance, stay, stay_balance, lead, lead_period, lead_tenure, stage, stage_version,"
                    + " ticket, ticket_period, sla, survey, contract, activity";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void empty() {
        execute("truncate " + TABLES);
    }

    final void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void send(Deal... deals) {
        send(Stream.of(deals).flatMap(deal -> deal.events().stream()).toList());
    }

    static void send(List<Event> events) {
        EventStream.send(events.toArray(Event[]::new));
        awaitApplied();
    }

    /** The figures are those of everything that has been sent. */
    static void awaitApplied() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(waiting(get("/v1/reports/win-rate")))
                        .containsOnly(
                                Map.entry("customer", 0),
                                Map.entry("opportunity", 0),
                                Map.entry("activity", 0),
                                Map.entry("service-desk", 0),
                                Map.entry("contract", 0)));
    }

    private static Map<String, Integer> waiting(JsonPath report) {
        Map<String, Map<String, Object>> freshness = report.getMap("freshness");
        return freshness.entrySet().stream().collect(toMap(Map.Entry::getKey, source ->
                (Integer) source.getValue().get("eventsBehind")));
    }

    static String everybody() {
        return Tokens.all("ceo", "report:read");
    }

    static JsonPath get(String path) {
        return get(everybody(), path);
    }

    static JsonPath get(String token, String path) {
        return ask(token, path).statusCode(200).extract().jsonPath();
    }

    static ValidatableResponse ask(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    static String text(String path, String type, String language) {
        return given().auth()
                .oauth2(everybody())
                .accept(type)
                .header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(type + ";charset=UTF-8")
                .extract()
                .asString();
    }

    /** Events in an order that no broker would keep, each twice. */
    static List<Event> jumbled(List<Event> events) {
        var jumbled = new ArrayList<>(events.reversed());
        jumbled.addAll(events);
        return jumbled;
    }
}
