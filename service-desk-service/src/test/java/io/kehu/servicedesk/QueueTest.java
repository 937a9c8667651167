package io.kehu.servicedesk;

import static io.kehu.servicedesk.Desk.PATCH;
import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where tickets go, what their types need, and how they end by themselves. */
@QuarkusTest
class QueueTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final UUID customer = Desk.customer("anna", false);

    @Inject
    AutoClosing closing;

    private static RequestSpecification admin() {
        return as(Tokens.all("root", "ticket:read", "ticket:admin"));
    }

    private static void type(String type, String settings) {
        admin().body(settings).put("/v1/ticket-types/" + type).then().statusCode(200);
    }

    /** Other tests open tickets of every type. */
    @AfterEach
    void restoreTypes() {
        type("SUGGESTION", "{\"closeAfterDays\":7}");
    }

    private void group(String members, String method) {
        admin().body("{\"name\":\"x\",\"team\":\"/desk/%s\",\"members\":[%s],\"method\":\"%s\"}"
                        .formatted(mark, members, method))
                .put("/v1/support-groups/" + mark)
                .then()
                .statusCode(200);
    }

    private String member(String name, String skills) {
        return "{\"username\":\"%s\",\"skills\":[%s]}".formatted(mark + name, skills);
    }

    private ValidatableResponse open(String more) {
        return anna().body(
                        "{\"subject\":\"x\",\"type\":\"SUGGESTION\",\"customerId\":\"%s\"%s}".formatted(customer, more))
                .post("/v1/tickets")
                .then();
    }

    @Test
    void givesEveryMemberTheSameLoadHoweverManyComeAtOnce() throws Exception {
        group(member("a", "") + "," + member("b", "") + "," + member("c", ""), "LEAST_LOADED");
        type("SUGGESTION", "{\"defaultGroup\":\"%s\"}".formatted(mark));
        var work = new ArrayList<Callable<String>>();
        for (var count = 0; count < 18; count++) {
            work.add(() -> open("").statusCode(201)
                    .body("status", equalTo("ASSIGNED"))
                    .extract()
                    .path("assignee"));
        }
        var assignees = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(18)) {
            for (var done : threads.invokeAll(work)) {
                assignees.add(done.get());
            }
        }
        assertThat(assignees.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                .isEqualTo(IntStream.range(0, 3)
                        .boxed()
                        .collect(Collectors.toMap(index -> mark + "abc".charAt(index), _ -> 6L)));
    }

    @Test
    void givesATicketToWhoeverHasTheSkillIfAnybodyHas() {
        group(member("a", "") + "," + member("b", "\"printer\""), "ROUND_ROBIN");
        type("SUGGESTION", "{\"defaultGroup\":\"%s\"}".formatted(mark));
        for (var count = 0; count < 3; count++) {
            open(",\"category\":\"printer\"").statusCode(201).body("assignee", equalTo(mark + "b"));
        }
        open(",\"category\":\"scanner\"")
                .statusCode(201)
                .body("assignee", equalTo(mark + "a"))
                .body("owner", equalTo(mark + "a"))
                .body("team", equalTo("/desk/" + mark))
                .body("group", equalTo(mark));
    }

    @Test
    void givesNothingToWhoeverIsAway() {
        group(member("a", "") + "," + member("b", "\"printer\""), "ROUND_ROBIN");
        type("SUGGESTION", "{\"defaultGroup\":\"%s\"}".formatted(mark));
        var away = "/v1/support-absences/" + mark + "b";
        as(Tokens.all(mark + "b", "ticket:read", "ticket:write"))
                .body("{}")
                .put(away)
                .then()
                .statusCode(200);
        anna().body("{}").put(away).then().statusCode(404);
        anna().delete(away).then().statusCode(404);
        anna().get("/v1/support-absences").then().body("items.username", hasItem(mark + "b"));
        open(",\"category\":\"printer\"").statusCode(201).body("assignee", equalTo(mark + "a"));
        admin().body("{}").put("/v1/support-absences/" + mark + "a").then().statusCode(403);
        var lead = as(Tokens.all("root", "ticket:write", "ticket:admin"));
        lead.body("{}").put("/v1/support-absences/" + mark + "a").then().statusCode(200);
        open("").statusCode(201).body("assignee", nullValue()).body("group", equalTo(mark));
        lead.delete(away).then().statusCode(204);
        open("").statusCode(201).body("assignee", equalTo(mark + "b"));
    }

    @Test
    void leavesTheTicketsOfAGroupInItsQueueUntilTheyAreTaken() {
        group(member("a", ""), "MANUAL");
        type("SUGGESTION", "{\"defaultGroup\":\"%s\"}".formatted(mark));
        var id = open("").statusCode(201)
                .body("status", equalTo("NEW"))
                .body("assignee", nullValue())
                .extract()
                .<String>path("id");
        anna().get("/v1/tickets?filter=group==" + mark).then().body("items.id", contains(id));
        group(member("a", ""), "LEAST_LOADED");
        anna().body("{\"group\":\"%s\"}".formatted(mark))
                .post("/v1/tickets/" + id + "/assign")
                .then()
                .statusCode(200)
                .body("assignee", equalTo(mark + "a"));
    }

    @Test
    void needsWhatTheTypeNeedsAndCompletesThePriority() {
        type("SUGGESTION", "{\"requiredFields\":[\"category\"],\"defaultPriority\":\"LOW\"}");
        open("").statusCode(422).body("errors.field", contains("category"));
        var id = open(",\"category\":\"idea\"")
                .statusCode(201)
                .body("priority", equalTo("LOW"))
                .extract()
                .path("id");
        open(",\"category\":\"idea\",\"impact\":\"HIGH\",\"urgency\":\"HIGH\"").body("priority", equalTo("CRITICAL"));
        anna().contentType(PATCH)
                .body("{\"category\":null}")
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(422);
        admin().get("/v1/ticket-types").then().body("items.type", hasItem("REPAIR"));
        admin().get("/v1/ticket-types/GONE").then().statusCode(404);
    }

    @Test
    void knowsWhetherTheContractEntitles() {
        var today = LocalDate.now();
        var running = Desk.contract("IN_PROGRESS", today.minusDays(9), today.plusDays(9));
        var over = Desk.contract("IN_PROGRESS", today.minusDays(9), today.minusDays(2));
        var contract = ",\"contractId\":\"%s\"";
        open(contract.formatted(running)).statusCode(201).body("entitlement", equalTo("ENTITLED"));
        var id = open(contract.formatted(over))
                .statusCode(201)
                .body("entitlement", equalTo("EXPIRED"))
                .extract()
                .path("id");
        anna().contentType(PATCH)
                .body("{\"contractId\":\"%s\"}".formatted(running))
                .patch("/v1/tickets/" + id)
                .then()
                .body("entitlement", equalTo("ENTITLED"));
        type("SUGGESTION", "{\"contractInForce\":true}");
        open("").statusCode(422).body("errors[0].code", equalTo("ticket.contract-not-in-force"));
        open(contract.formatted(over)).statusCode(422);
        open(contract.formatted(running)).statusCode(201);
    }

    @Test
    void closesWhatHasBeenResolvedLongEnough() {
        type("SUGGESTION", "{\"closeAfterDays\":3}");
        var path = "/v1/tickets/" + open("").extract().path("id");
        anna().body("{\"assignee\":\"anna\"}").post(path + "/assign").then().statusCode(200);
        anna().body("{\"status\":\"IN_PROGRESS\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"resolution\":\"Done\"}").post(path + "/resolve").then().statusCode(200);
        closing.run(Instant.now().plus(Duration.ofHours(71)));
        anna().get(path).then().body("status", equalTo("RESOLVED"));
        closing.run(Instant.now().plus(Duration.ofHours(73)));
        closing.run(Instant.now().plus(Duration.ofHours(73)));
        anna().get(path).then().body("status", equalTo("CLOSED")).body("updatedBy", equalTo("system:closing"));
        anna().get(path + "/history").then().body("items[0].origin", equalTo("TIMER"));
    }

    @Test
    void isReopenedByTheCustomerForTheDaysThatItsTypeSays() {
        type("SUGGESTION", "{\"reopenWithinDays\":0}");
        String id = open("").extract().path("id");
        Desk.close(id, "ben");
        customerWrites(id).statusCode(409).body("code", equalTo("ticket.closed-for-good"));
        anna().get("/v1/tickets/" + id + "/messages").then().body("items", hasSize(0));
        type("SUGGESTION", "{\"reopenWithinDays\":1}");
        customerWrites(id).statusCode(201);
        anna().get("/v1/tickets/" + id)
                .then()
                .body("status", equalTo("REOPENED"))
                .body("assignee", equalTo("ben"))
                .body("closedAt", nullValue())
                .body("reopenCount", equalTo(1));
        anna().get("/v1/tickets/" + id + "/statuses").then().body("items.last().reason", equalTo("CUSTOMER_MESSAGE"));
    }

    private static ValidatableResponse customerWrites(String id) {
        return anna().body("{\"body\":\"Still broken\",\"author\":\"CUSTOMER\"}")
                .post("/v1/tickets/" + id + "/messages")
                .then();
    }

    @Test
    void letsOneOfTwoAgentsWin() {
        var path = "/v1/tickets/" + open("").extract().path("id");
        anna().header("If-Match", "\"1\"")
                .body("{\"assignee\":\"ben\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200);
        anna().header("If-Match", "\"1\"")
                .body("{\"assignee\":\"carl\"}")
                .post(path + "/assign")
                .then()
                .statusCode(412)
                .body("code", equalTo("version.stale"));
        anna().header("If-Match", "\"1\"")
                .body("{\"body\":\"Hello\"}")
                .post(path + "/messages")
                .then()
                .statusCode(412);
    }

    @Test
    void linksTicketsFromBothEnds() {
        String whole = open("").extract().path("id");
        String part = open("").extract().path("id");
        var link = "{\"kind\":\"%s\",\"ticketId\":\"%s\"}";
        var links = "/v1/tickets/" + part + "/links";
        anna().body(link.formatted("PARENT", whole))
                .put(links)
                .then()
                .statusCode(200)
                .body("items.ticketId", contains(whole))
                .body("items.incoming", contains(false));
        anna().body(link.formatted("PARENT", whole)).put(links).then().statusCode(200);
        anna().get("/v1/tickets/" + part).then().body("version", equalTo(2));
        anna().get("/v1/tickets/" + whole + "/links")
                .then()
                .body("items.ticketId", contains(part))
                .body("items.incoming", contains(true));
        anna().body(link.formatted("PARENT", part))
                .put("/v1/tickets/" + whole + "/links")
                .then()
                .statusCode(409)
                .body("code", equalTo("ticket.link-circle"));
        anna().body(link.formatted("RELATED", part)).put(links).then().statusCode(422);
        anna().body(link.formatted("RELATED", UUID.randomUUID()))
                .put(links)
                .then()
                .statusCode(422);
        anna().body(link.formatted("PARENT", open("").extract().path("id").toString()))
                .put(links)
                .then()
                .statusCode(409)
                .body("code", equalTo("ticket.link-parent"));
        anna().delete(links + "/PARENT/" + whole).then().statusCode(204);
        anna().delete(links + "/PARENT/" + whole).then().statusCode(404);
        anna().get(links).then().body("items", hasSize(0));
    }
}
