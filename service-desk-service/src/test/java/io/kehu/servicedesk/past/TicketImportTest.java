package io.kehu.servicedesk.past;

import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Context;
import io.kehu.events.TicketEvent;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketImportTest {

    private static final Path INCIDENTS = Path.of("../../shared/data/servicedesk-incidents/incident_events.csv");
    private static final String IMPORTS = "/v1/tickets/imports";

    /** No other test makes tickets by phone that are of no type. */
    private static final String INCIDENT_COUNT =
            "/v1/tickets?limit=1&count=exact&filter=channel==PHONE;type=null=true;";

    @Inject
    AgroalDataSource database;

    private static String mapping() throws IOException {
        try (var mapping = TicketImportTest.class.getResourceAsStream("/incident-events-mapping.json")) {
            return new String(mapping.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Response start(byte[] file, String mode, String mapping) {
        return anna().contentType(ContentType.MULTIPART)
                .multiPart("file", "tickets.csv", file, "text/csv")
                .multiPart("mode", mode)
                .multiPart("mapping", mapping)
                .post(IMPORTS);
    }

    /** The job once it has done its work. */
    private static JsonPath run(byte[] file, String mode, String mapping) {
        return ended(start(file, mode, mapping).then().statusCode(202).extract().path("id"));
    }

    private static JsonPath ended(String id) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> anna().get(IMPORTS + "/" + id).jsonPath(),
                        job -> job.getString("status").equals("COMPLETED")
                                || job.getString("status").equals("FAILED"));
    }

    private static JsonPath run(String rows) {
        return runFile("externalId,subject,status,statusAt,customer,assignee\n" + rows);
    }

    private static JsonPath runFile(String file) {
        return run(file.getBytes(StandardCharsets.UTF_8), "upsert", "{\"timeZone\":\"UTC\"}");
    }

    private static Response ticket(String source, String externalId) {
        return anna().get("/v1/tickets/by-external?source=" + source + "&externalId=" + externalId);
    }

    @Test
    void keepsEveryUpdateOfARealPastInOrder() throws IOException, SQLException {
        assumeThat(INCIDENTS).exists();
        var file = Files.readAllBytes(INCIDENTS);
        var job = run(file, "upsert", mapping());
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("rowsRead")).isEqualTo(9_534);
        assertThat(job.getInt("created")).isEqualTo(1_379);
        assertThat(job.getInt("rejected")).isZero();
        assertThat(storedUpdates()).isEqualTo(updatesOf(file)).hasSize(1_379);
        anna().get(INCIDENT_COUNT + "status==CLOSED;resolvedAt=null=false")
                .then()
                .body("count.value", equalTo(1_379));
        anna().get(INCIDENT_COUNT + "slaMet==true").then().body("count.value", equalTo(695));
        assertThat(verdicts()).isEqualTo(Map.of("MET", 695, "BREACHED", 1_379 - 695));
        keepsAnIncidentAsItWas();
        var again = run(file, "upsert", mapping());
        assertThat(again.getInt("unchanged")).isEqualTo(1_379);
        assertThat(again.getInt("rejected")).isZero();
        assertThat(verdicts()).isEqualTo(Map.of("MET", 695, "BREACHED", 1_379 - 695));
    }

    private static void keepsAnIncidentAsItWas() {
        var incident = ticket("servicenow", "INC0000045")
                .then()
                .statusCode(200)
                .body("subject", equalTo("INC0000045"))
                .body("description", equalTo("Symptom 72"))
                .body("reporter", equalTo("Caller 2403"))
                .body("customerId", nullValue())
                .body("status", equalTo("CLOSED"))
                .body("priority", equalTo("MEDIUM"))
                .body("group", equalTo("Group 56"))
                .body("assignee", nullValue())
                .body("owner", equalTo("anna"))
                .body("resolutionCode", equalTo("code 5"))
                .body("openedAt", equalTo("2016-02-29T01:16:00Z"))
                .body("resolvedAt", equalTo("2016-02-29T11:29:00Z"))
                .body("closedAt", equalTo("2016-03-05T12:00:00Z"))
                .body("slaMet", equalTo(true))
                .extract();
        anna().get("/v1/tickets/" + incident.path("id") + "/sla")
                .then()
                .body("items.source", contains("IMPORTED"))
                .body("items.verdict", contains("MET"))
                .body("items.endedAt", contains("2016-02-29T11:29:00Z"));
        anna().get("/v1/tickets/" + incident.path("id") + "/statuses")
                .then()
                .body("items.status", contains("NEW", "RESOLVED", "RESOLVED", "CLOSED"))
                .body("items.sourceStatus", contains("New", "Resolved", "Resolved", "Closed"))
                .body(
                        "items.at",
                        contains(
                                "2016-02-29T01:23:00Z",
                                "2016-02-29T08:53:00Z",
                                "2016-02-29T11:29:00Z",
                                "2016-03-05T12:00:00Z"));
    }

    /** By ticket, its statuses and their times in the order of the file, whose cells hold no commas. */
    private static Map<String, List<String>> updatesOf(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(
                        cells -> cells[0],
                        Collectors.mapping(cells -> cells[1] + " " + cells[13], Collectors.toList())));
    }

    /** What the clocks say, each of which tells the verdict of the other system. */
    private Map<String, Integer> verdicts() throws SQLException {
        var verdicts = new HashMap<String, Integer>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select c.verdict, count(*) from sla_clock c
                        join external_id e on e.aggregate_id = c.ticket_id and e.source = 'servicenow'
                        where c.source = 'IMPORTED' group by c.verdict""");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                verdicts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return verdicts;
    }

    /** The same as stored, in the words of the other system. */
    private Map<String, List<String>> storedUpdates() throws SQLException {
        var updates = new HashMap<String, List<String>>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select e.external_id, s.source_status || to_char(s.at at time zone 'UTC', ' FMDD/FMMM/YYYY HH24:MI')
                        from ticket_status s join external_id e on e.aggregate_id = s.ticket_id and e.source = 'servicenow'
                        order by s.ticket_id, s.position""");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                updates.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return updates;
    }

    @Test
    void publishesThePastWithoutAskingAnybodyAboutIt() {
        var key = UUID.randomUUID().toString();
        run("%1$s,Old,RESOLVED,2020-01-02 10:00,,ben\n%1$s,Old,CLOSED,2020-01-01 10:00,,ben\n".formatted(key));
        var id = UUID.fromString(
                ticket("import", key).then().statusCode(200).extract().path("id"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(EventStream.read(Context.SERVICE_DESK.topic(), id))
                        .hasSize(1));
        var event = EventStream.read(Context.SERVICE_DESK.topic(), id).getFirst();
        assertThat(event.metadata().historical()).isTrue();
        assertThat(event.metadata().occurredAt()).isEqualTo(Instant.parse("2020-01-01T10:00:00Z"));
        assertThat(((TicketEvent.Imported) event.data()).updates())
                .containsExactly(
                        new TicketEvent.StatusUpdate(1, "RESOLVED", "RESOLVED", Instant.parse("2020-01-02T10:00:00Z")),
                        new TicketEvent.StatusUpdate(2, "CLOSED", "CLOSED", Instant.parse("2020-01-01T10:00:00Z")));
        anna().get("/v1/tickets/" + id)
                .then()
                .body("owner", equalTo("ben"))
                .body("resolvedAt", equalTo("2020-01-02T10:00:00Z"))
                .body("closedAt", equalTo("2020-01-01T10:00:00Z"));
        anna().get("/v1/surveys?filter=ticketId==" + id).then().body("items", hasSize(0));
    }

    @Test
    void changesOnlyWhatTheFileTellsAnew() {
        var key = UUID.randomUUID().toString();
        var first = "%s,Old,NEW,2020-01-01,,\n".formatted(key);
        assertThat(run(first).getInt("created")).isEqualTo(1);
        assertThat(run(first).getInt("unchanged")).isEqualTo(1);
        assertThat(run(first + "%s,Old,IN_PROGRESS,2020-01-02,,\n".formatted(key))
                        .getInt("updated"))
                .isEqualTo(1);
        var path = "/v1/tickets/" + ticket("import", key).path("id");
        anna().get(path + "/statuses").then().body("items.status", contains("NEW", "IN_PROGRESS"));
        anna().body("{\"resolution\":\"Done\"}").post(path + "/resolve").then().statusCode(200);
        assertThat(run(first).getInt("rejected")).isEqualTo(1);
        anna().get(path).then().body("status", equalTo("RESOLVED"));
    }

    @Test
    void takesTheVerdictsBackWithTheTickets() throws SQLException {
        var key = UUID.randomUUID().toString();
        var head = "externalId,subject,status,statusAt,slaMet\n";
        var line = "%1$s-%2$d,%1$s-%2$d,CLOSED,2020-01-01,%3$s\n";
        runFile(head + line.formatted(key, 1, "true"));
        var second = runFile(head + line.formatted(key, 1, "false") + line.formatted(key, 2, "true"));
        assertThat(clocks(key)).containsExactly("1 BREACHED", "2 MET");
        revert(second);
        assertThat(clocks(key)).containsExactly("1 MET");
        var path = "/v1/tickets/" + ticket("import", key + "-1").path("id");
        anna().delete(path).then().statusCode(204);
        assertThat(clocks(key)).isEmpty();
        anna().post(path + "/restore").then().statusCode(200);
        assertThat(clocks(key)).containsExactly("1 MET");
    }

    private static void revert(JsonPath job) {
        var id = anna().post(IMPORTS + "/" + job.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("id");
        assertThat(ended(id).getInt("rejected")).isZero();
    }

    /** The verdicts that count, of the tickets with such subjects. */
    private List<String> clocks(String key) throws SQLException {
        var clocks = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select right(t.subject, 1) || ' ' || c.verdict from sla_clock c join ticket t on t.id = c.ticket_id
                        where t.subject like ? and c.deleted_at is null order by 1""")) {
            statement.setString(1, key + "%");
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    clocks.add(rows.getString(1));
                }
            }
        }
        return clocks;
    }

    @Test
    void findsCustomersByTheirKeyInTheOtherSystem() {
        var customer = Desk.customer("anna", false);
        var other = Desk.customer("anna", false);
        var key = UUID.randomUUID().toString();
        var row = key + ",Old,NEW,2020-01-01,%s,\n";
        assertThat(run(row.formatted(customer)).getInt("created")).isEqualTo(1);
        ticket("import", key).then().body("customerId", equalTo(customer.toString()));
        assertThat(run(row.formatted(customer)).getInt("unchanged")).isEqualTo(1);
        assertThat(run(row.formatted(other)).getInt("updated")).isEqualTo(1);
        ticket("import", key).then().body("customerId", equalTo(other.toString()));
        assertThat(run(row.formatted(Desk.customer("anna", true))).getInt("rejected"))
                .isEqualTo(1);
    }

    @Test
    void rejectsRowsThatDoNotFitAndKeepsTheOthers() {
        var job = run("""
                bad-1,Old,GONE,2020-01-01,,
                bad-2,Old,NEW,yesterday,,
                bad-3,,NEW,2020-01-01,,
                %s,Old,NEW,2020-01-01,,
                bad-4,Old,NEW,2020-01-01,,
                bad-4,Old,,2020-01-02,,
                """.formatted(UUID.randomUUID()));
        assertThat(job.getInt("rejected")).isEqualTo(4);
        assertThat(job.getInt("created")).isEqualTo(1);
        anna().get(IMPORTS + "/" + job.getString("id") + "/errors")
                .then()
                .statusCode(200)
                .body(containsString("bad-1"))
                .body(containsString("bad-3"));
    }

    @Test
    void letsOnlyImportersImport() {
        var token = Tokens.all("rita", "ticket:read", "ticket:write");
        as(token)
                .contentType(ContentType.MULTIPART)
                .multiPart("mode", "upsert")
                .post(IMPORTS)
                .then()
                .statusCode(403);
        as(token).get(IMPORTS).then().statusCode(403);
        start("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "upsert", "{}")
                .then()
                .statusCode(422);
        anna().get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
        anna().get(IMPORTS).then().statusCode(200);
    }
}
