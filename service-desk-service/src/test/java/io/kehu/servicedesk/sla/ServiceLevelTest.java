package io.kehu.servicedesk.sla;

import static io.kehu.servicedesk.Desk.PATCH;
import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Policies, clocks and the timer, at times that the test sets. */
@QuarkusTest
class ServiceLevelTest {

    private final String channel = "C" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    SlaTimer timer;

    @Inject
    CalendarFollowing following;

    private static RequestSpecification admin() {
        return as(Tokens.all("root", "ticket:read", "ticket:admin"));
    }

    /** Around the clock; the first response within an hour, each further one within two, a solution within four. */
    private void policy() {
        policy("ALWAYS");
    }

    private void policy(String calendar) {
        admin().body("""
                        {"name":"Test %1$s","position":1,"calendar":"%2$s","condition":{"channels":["%1$s"]},
                         "targets":[{"priorities":["CRITICAL"],"firstResponseMinutes":10,"resolutionMinutes":30},
                                    {"firstResponseMinutes":60,"nextResponseMinutes":120,"resolutionMinutes":240}]}""".formatted(channel, calendar))
                .put("/v1/sla-policies/" + channel)
                .then()
                .statusCode(200)
                .body("key", equalTo(channel));
    }

    private String ticket() {
        policy();
        return open();
    }

    private String open() {
        return open("anna");
    }

    private String open(String ownerOfCustomer) {
        return "/v1/tickets/"
                + anna().body("""
                        {"subject":"Broken","type":"REPAIR","customerId":"%s","channel":"%s"}""".formatted(Desk.customer(ownerOfCustomer, false), channel))
                        .post("/v1/tickets")
                        .then()
                        .statusCode(201)
                        .body("slaPolicy", equalTo(channel))
                        .body("slaPolicyVersion", equalTo(1))
                        .body("slaDueAt", notNullValue())
                        .body("slaBreached", equalTo(false))
                        .extract()
                        .path("id");
    }

    private static void write(String path, String more) {
        anna().body("{\"body\":\"Hello\"%s}".formatted(more))
                .post(path + "/messages")
                .then()
                .statusCode(201);
    }

    private static void status(String path, String status) {
        anna().body("{\"status\":\"%s\"}".formatted(status))
                .put(path + "/status")
                .then()
                .statusCode(200);
    }

    private static void start(String path) {
        anna().body("{\"assignee\":\"anna\"}").post(path + "/assign").then().statusCode(200);
        status(path, "IN_PROGRESS");
    }

    private static JsonPath clocks(String path) {
        return anna().get(path + "/sla").then().statusCode(200).extract().jsonPath();
    }

    private static String clock(JsonPath clocks, String kind, String field) {
        return clocks.getString("items.findAll { it.kind == '%s' }[-1].%s".formatted(kind, field));
    }

    private static Instant after(Duration time) {
        return Instant.now().plus(time);
    }

    @Test
    void promisesWhatThePolicySaysAndOnlyAPublicMessageIsAResponse() {
        var path = ticket();
        write(path, ",\"visibility\":\"INTERNAL\"");
        assertThat(clock(clocks(path), "FIRST_RESPONSE", "status")).isEqualTo("RUNNING");
        write(path, "");
        anna().get(path).then().body("firstRespondedAt", notNullValue());
        var answered = clocks(path);
        assertThat(clock(answered, "FIRST_RESPONSE", "verdict")).isEqualTo("MET");
        assertThat(clock(answered, "RESOLUTION", "status")).isEqualTo("RUNNING");
        assertThat(clock(answered, "RESOLUTION", "targetMinutes")).isEqualTo("240");
        write(path, ",\"author\":\"CUSTOMER\"");
        assertThat(clock(clocks(path), "NEXT_RESPONSE", "status")).isEqualTo("RUNNING");
        write(path, ",\"author\":\"CUSTOMER\"");
        write(path, "");
        assertThat(clock(clocks(path), "NEXT_RESPONSE", "verdict")).isEqualTo("MET");
        write(path, ",\"author\":\"CUSTOMER\"");
        assertThat(clock(clocks(path), "NEXT_RESPONSE", "round")).isEqualTo("2");
        anna().get(path + "/messages?limit=2")
                .then()
                .body("items.visibility", contains("INTERNAL", "PUBLIC"))
                .body("nextCursor", notNullValue());
        anna().get(path + "/messages?visibility=PUBLIC").then().body("items", hasSize(5));
    }

    @Test
    void standsStillWhileTheCustomerIsWaitedForAndRunsOnWhenHeAnswers() {
        var path = ticket();
        start(path);
        status(path, "WAITING_CUSTOMER");
        var waiting = clocks(path);
        assertThat(clock(waiting, "RESOLUTION", "status")).isEqualTo("PAUSED");
        assertThat(clock(waiting, "RESOLUTION", "dueAt")).isNull();
        timer.ring(after(Duration.ofDays(30)));
        anna().get(path).then().body("slaDueAt", nullValue()).body("slaBreached", equalTo(false));
        write(path, ",\"author\":\"CUSTOMER\"");
        anna().get(path).then().body("status", equalTo("IN_PROGRESS"));
        assertThat(clock(clocks(path), "RESOLUTION", "status")).isEqualTo("RUNNING");
    }

    @Test
    void isBreachedOnceAtTheTimeWhenItWasDueHoweverManyTimersRun() throws Exception {
        var path = ticket();
        var due = Instant.parse(clock(clocks(path), "FIRST_RESPONSE", "dueAt"));
        var late = after(Duration.ofMinutes(100));
        var work = new ArrayList<Callable<Void>>();
        for (var replica = 0; replica < 6; replica++) {
            work.add(() -> {
                timer.ring(late);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        var clocks = clocks(path);
        assertThat(clock(clocks, "FIRST_RESPONSE", "verdict")).isEqualTo("BREACHED");
        assertThat(Instant.parse(clock(clocks, "FIRST_RESPONSE", "breachedAt"))).isEqualTo(due);
        assertThat(clock(clocks, "RESOLUTION", "verdict")).isNull();
        var id = UUID.fromString(clock(clocks, "FIRST_RESPONSE", "id"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.SERVICE_DESK.topic(), id);
            assertThat(events)
                    .extracting(event -> event.metadata().type())
                    .containsExactly("sla.started", "sla.breached");
            assertThat(events.getLast().metadata().occurredAt()).isEqualTo(due);
        });
        anna().get("/v1/tickets?filter=slaBreached==true;channel==" + channel)
                .then()
                .body("items.id", contains(path.substring(path.lastIndexOf('/') + 1)));
        anna().get("/v1/tickets?sort=slaDueAt&filter=channel==%s;slaDueAt=le=%s"
                        .formatted(channel, after(Duration.ofDays(1))))
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void judgesTheTicketWhenItIsSolvedAndBeginsAnewWhenItIsReopened() {
        var path = ticket();
        start(path);
        write(path, "");
        anna().body("{\"resolution\":\"Done\"}")
                .post(path + "/resolve")
                .then()
                .statusCode(200)
                .body("slaMet", equalTo(true))
                .body("slaDueAt", nullValue());
        anna().body("{\"reason\":\"still broken\"}")
                .post(path + "/reopen")
                .then()
                .statusCode(200)
                .body("slaMet", nullValue())
                .body("slaDueAt", notNullValue());
        status(path, "IN_PROGRESS");
        timer.ring(after(Duration.ofMinutes(241)));
        anna().body("{\"resolution\":\"Done\"}").post(path + "/resolve").then().body("slaMet", equalTo(false));
        anna().get(path + "/sla")
                .then()
                .body("items.findAll { it.kind == 'RESOLUTION' }.verdict", contains("MET", "BREACHED"))
                .body("items.findAll { it.kind == 'RESOLUTION' }.round", contains(1, 2));
    }

    @Test
    void promisesAnotherTimeToAnotherPriorityButByTheVersionThatItWasOpenedUnder() {
        var path = ticket();
        admin().body("""
                        {"name":"Changed","position":1,"calendar":"ALWAYS","condition":{"channels":["%s"]},
                         "targets":[{"firstResponseMinutes":1}]}""".formatted(channel))
                .put("/v1/sla-policies/" + channel)
                .then()
                .body("version", equalTo(2));
        anna().contentType(PATCH)
                .body("{\"priority\":\"CRITICAL\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("slaPolicyVersion", equalTo(1));
        anna().get(path + "/sla").then().body("items.targetMinutes", containsInAnyOrder(10, 30));
        admin().get("/v1/sla-policies/" + channel + "/versions").then().body("items.version", contains(2, 1));
    }

    @Test
    void endsEveryPromiseWithATicketThatIsWithdrawn() {
        var path = ticket();
        anna().body("{\"status\":\"CANCELLED\",\"reason\":\"by phone\"}")
                .put(path + "/status")
                .then()
                .statusCode(200);
        anna().get(path + "/sla").then().body("items.status", contains("CANCELLED", "CANCELLED"));
    }

    @Test
    void countsTheClocksOfTheTicketsThatTheCallerSees() {
        policy();
        write(open(channel), "");
        open();
        as(Tokens.own(channel, "ticket:read"))
                .get("/v1/sla-clocks/totals")
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("byStatus", equalTo(Map.of("RUNNING", 1, "ENDED", 1)))
                .body("byVerdict", equalTo(Map.of("MET", 1)));
        as(Tokens.own(channel, "survey:read"))
                .get("/v1/sla-clocks/totals")
                .then()
                .statusCode(403);
    }

    @Test
    void isDueLaterWhenAHolidayIsAnnouncedLater() {
        var calendar = "/v1/calendars/" + channel;
        admin().body("""
                        {"name":"x","timeZone":"UTC","hours":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY",
                         "SATURDAY","SUNDAY"],"ranges":[{"from":"00:00","to":"24:00"}]}]}""").put(calendar).then().statusCode(200);
        policy(channel);
        var path = open();
        var due = Instant.parse(clock(clocks(path), "RESOLUTION", "dueAt"));
        var holiday = "{\"days\":[{\"date\":\"%s\",\"kind\":\"HOLIDAY\"}]}";
        var today = LocalDate.now(ZoneOffset.UTC);
        admin().body(holiday.formatted(today)).post(calendar + "/days").then().statusCode(204);
        following.run();
        var later = clocks(path);
        assertThat(Instant.parse(clock(later, "RESOLUTION", "dueAt"))).isAfter(due);
        admin().delete(calendar + "/days/" + today).then().statusCode(204);
        following.run();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Instant.parse(clock(clocks(path), "RESOLUTION", "dueAt")))
                        .isEqualTo(due));
    }

    @Test
    void loadsCalendarsAndTheirDays() {
        var key = "cal-" + channel;
        var path = "/v1/calendars/" + key;
        admin().body("""
                        {"name":"Berlin","timeZone":"Europe/Berlin",
                         "hours":[{"days":["MONDAY"],"ranges":[{"from":"09:00","to":"12:00"},{"from":"13:00","to":"24:00"}]}]}""").put(path).then().statusCode(200).body("hours[0].ranges", hasSize(2));
        admin().body("{\"days\":[{\"date\":\"2026-12-25\",\"name\":\"Weihnachten\",\"kind\":\"HOLIDAY\"}]}")
                .post(path + "/days")
                .then()
                .statusCode(204);
        admin().get(path + "/days?year=2026").then().body("items.date", contains("2026-12-25"));
        admin().delete(path + "/days/2026-12-25").then().statusCode(204);
        admin().delete(path + "/days/2026-12-25").then().statusCode(404);
        admin().body(
                        "{\"name\":\"x\",\"timeZone\":\"Mars/Base\",\"hours\":[{\"days\":[\"MONDAY\"],\"ranges\":[{\"from\":\"12:00\",\"to\":\"09:00\"}]}]}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
        anna().body("{}").put(path).then().statusCode(403);
        admin().get("/v1/calendars/CN/days?year=2026")
                .then()
                .body("items", hasSize(39))
                .body("items.findAll { it.kind == 'WORKDAY' }.date", hasItem("2026-10-10"))
                .body("items.source", hasItem("国办发明电〔2025〕7号"));
        admin().get("/v1/calendars/CN/days?year=2024").then().body("items", hasSize(36));
        admin().get("/v1/calendars/CN/days?year=2025").then().body("items", hasSize(33));
    }
}
