package io.kehu.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Journeys and faults on the whole suite, with its real PostgreSQL, Kafka and Keycloak; one start serves all. */
@ExtendWith(RunningSuite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class SuiteIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static Suite suite;

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    private static JsonPath report(String user, String path) {
        return suite.as(user)
                .get("/v1/reports/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Two services are killed while the file is being imported; nothing may be lost or doubled by that. */
    @Test
    @Order(1)
    void givesTheKnownFiguresOfTheSalesDataThoughServicesAreKilled() throws IOException, InterruptedException {
        var data = suite.salesData();
        Assumptions.assumeTrue(data.isPresent(), "the public sales data is not on this machine");
        var demo = suite.begin(
                Path.of("target/suite-demo.log").toAbsolutePath(),
                "demo",
                data.get().toString());
        await().atMost(PATIENCE).ignoreExceptions().until(() -> imported() > 1_000);
        suite.kill("opportunity-service");
        suite.kill("reporting-service");
        suite.run("start", "opportunity-service");
        suite.run("start", "reporting-service");
        assertThat(demo.waitFor()).isZero();

        var all = report("admin", "win-rate?groupBy=region");
        assertThat(report("admin", "funnel?mode=snapshot").getLong("total")).isEqualTo(8_800);
        assertThat(all.getLong("total.won")).isEqualTo(4_238);
        assertThat(all.getLong("total.lost")).isEqualTo(2_473);
        assertThat(all.getDouble("total.winRate")).isCloseTo(0.6315, within(0.00005));
        assertThat(amount(all, "total.wonAmount")).isEqualTo(10_005_534);
        assertThat(all.getDouble("total.averageWonAmount.amount")).isCloseTo(2_360.91, within(0.005));
        assertThat(amount(all, "groups.find { it.key == '/central' }.wonAmount"))
                .isEqualTo(3_346_293);
        assertThat(amount(all, "groups.find { it.key == '/east' }.wonAmount")).isEqualTo(3_090_594);
        assertThat(amount(all, "groups.find { it.key == '/west' }.wonAmount")).isEqualTo(3_568_647);
        assertThat(report("admin", "sales-cycle").getDouble("total.meanDays")).isCloseTo(51.78, within(0.005));
        reconciles();
    }

    private static long imported() {
        return suite.as("admin")
                .get("/v1/opportunities/totals")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("count");
    }

    private static long amount(JsonPath report, String path) {
        return Math.round(report.getDouble(path + ".amount"));
    }

    private static void reconciles() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var reconciliation = report("admin", "reconciliation");
            assertThat(reconciliation.getBoolean("reconciled"))
                    .as(reconciliation.prettify())
                    .isTrue();
        });
    }

    @Test
    @Order(2)
    void showsAgentsAndManagersTheirOwnFigures() {
        Assumptions.assumeTrue(suite.salesData().isPresent(), "the public sales data is not on this machine");
        var byOwner = report("admin", "win-rate?groupBy=owner");
        var darcel = report("darcel-schlecht", "win-rate").getLong("total.won");
        assertThat(darcel).isEqualTo(byOwner.getLong("groups.find { it.key == 'darcel-schlecht' }.won"));
        var manager = report("melvin-marxen", "win-rate").getLong("total.won");
        assertThat(manager).isGreaterThan(darcel).isLessThan(byOwner.getLong("total.won"));
        suite.as("darcel-schlecht")
                .get("/v1/opportunities?filter=owner!=darcel-schlecht")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    /** The customer is the agent's own, so that all four may see it; what they see of it differs. */
    @Test
    @Order(3)
    void showsEachRoleItsOwnViewOfOneCustomer() {
        Assumptions.assumeTrue(suite.salesData().isPresent(), "the public sales data is not on this machine");
        var customer =
                suite.as("admin").get("/v1/customers?filter=name==Cancity").jsonPath();
        String id = customer.get("items[0].id");
        String number = customer.get("items[0].number");
        suite.as("admin")
                .contentType("application/merge-patch+json")
                .body("{\"phone\":\"+8613812341234\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"owner\":\"darcel-schlecht\"}")
                .post("/v1/customers/" + id + "/assign")
                .then()
                .statusCode(200);

        var views = Stream.of("darcel-schlecht", "melvin-marxen", "support", "kehu-integration", "rep-west")
                .map(account -> SeenBy.of(suite, account, id, number))
                .toList();
        views.forEach(System.out::println);
        assertThat(views)
                .extracting(SeenBy::customerStatus, SeenBy::phone, SeenBy::exportStatus, SeenBy::reportStatus)
                .containsExactly(
                        tuple(200, "+8613812341234", 403, 200),
                        tuple(200, "+8613812341234", 200, 200),
                        tuple(200, "+86138****1234", 403, 403),
                        tuple(200, "+86138****1234", 200, 200),
                        tuple(404, null, 403, 200));
        assertThat(views).extracting(SeenBy::listed).containsExactly(1L, 1L, 85L, 85L, 0L);
        assertThat(views).extracting(SeenBy::exported).containsExactly(0L, 1L, 0L, 85L, 0L);
        assertThat(views).extracting(SeenBy::won).containsExactly(349L, 882L, 0L, 4_238L, 0L);
        assertThat(views.get(1).exportedRow()).contains("+8613812341234");
        assertThat(views.get(3).exportedRow()).contains("138****1234").doesNotContain("13812341234");
    }

    @Test
    @Order(4)
    void carriesACustomerFromFirstContactToTheReports() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var customer = post("/v1/customers", "{\"name\":\"远山 %s\",\"phone\":\"13812341234\"}".formatted(mark));
        post("/v1/contacts", "{\"name\":\"欧阳小明\",\"customerId\":\"%s\"}".formatted(customer));
        var wonBefore = report("admin", "win-rate").getLong("total.won");
        var deal = post("/v1/opportunities", """
                {"name":"ERP %s","customerId":"%s","amount":{"amount":"120000","currency":"USD"},"expectedCloseDate":"%s"}""".formatted(
                        mark, customer, LocalDate.now().plusDays(30)));
        suite.as("admin")
                .body("{\"stage\":\"WON\"}")
                .put("/v1/opportunities/" + deal + "/stage")
                .then()
                .statusCode(200);

        post("/v1/activities", """
                {"type":"CALL","subject":"跟进","happenedAt":"2026-03-01T02:00:00Z","customerId":"%s","outcome":"CONNECTED"}""".formatted(customer));

        var contract = post("/v1/contracts", """
                {"name":"合同 %s","customerId":"%s","opportunityId":"%s","amount":{"amount":"120000","currency":"USD"},
                 "startsOn":"2026-01-01","endsOn":"2026-12-31"}""".formatted(mark, customer, deal));
        suite.as("admin").post("/v1/contracts/" + contract + "/submit").then().statusCode(200);
        suite.as("finance")
                .post("/v1/contracts/" + contract + "/approve")
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"signedOn\":\"2026-01-01\"}")
                .post("/v1/contracts/" + contract + "/sign")
                .then()
                .statusCode(200);

        var ticket = post("/v1/tickets", """
                {"subject":"无法登录","type":"TECHNICAL_SUPPORT","customerId":"%s","priority":"HIGH"}""".formatted(customer));
        var path = "/v1/tickets/" + ticket;
        suite.as("admin")
                .body("{\"assignee\":\"support\"}")
                .post(path + "/assign")
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"status\":\"IN_PROGRESS\"}")
                .put(path + "/status")
                .then()
                .statusCode(200);
        suite.as("admin")
                .body("{\"resolution\":\"已重置\",\"resolutionCode\":\"FIXED\"}")
                .post(path + "/resolve")
                .then()
                .statusCode(200);
        suite.as("admin").post(path + "/close").then().statusCode(200);
        var survey = await().atMost(PATIENCE)
                .until(
                        () -> suite.as("admin")
                                .get("/v1/surveys?filter=ticketId==" + ticket)
                                .jsonPath()
                                .getString("items[0].id"),
                        id -> id != null);
        suite.as("admin")
                .body("{\"score\":5,\"comment\":\"满意\"}")
                .post("/v1/surveys/" + survey + "/answer")
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(report("admin", "win-rate").getLong("total.won")).isEqualTo(wonBefore + 1);
            assertThat(report("admin", "satisfaction").getLong("total.answers")).isPositive();
            suite.as("admin")
                    .get("/v1/timeline?subject=customer:" + customer)
                    .then()
                    .statusCode(200)
                    .body(
                            "items.type",
                            hasItems("opportunity.won", "ticket.closed", "contract.signed", "activity.logged"));
        });
        reconciles();
    }

    private static String post(String path, String body) {
        return suite.as("admin")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    @Order(5)
    void givesBadInputItsDocumentedAnswer() {
        suite.as("admin")
                .body("{\"name\":\"x\",\"nmae\":\"y\"}")
                .post("/v1/customers")
                .then()
                .statusCode(400);
        var deal = post("/v1/opportunities", "{\"name\":\"stale\"}");
        suite.as("admin")
                .body("{\"stage\":\"NOWHERE\"}")
                .put("/v1/opportunities/" + deal + "/stage")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        suite.as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"7\"")
                .body("{\"name\":\"newer\"}")
                .patch("/v1/opportunities/" + deal)
                .then()
                .statusCode(412);
        suite.as("admin")
                .body("{\"name\":\"" + "x".repeat(6_000_000) + "\"}")
                .post("/v1/customers")
                .then()
                .statusCode(413)
                .body("code", equalTo("request.too-large"));
        var other = given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", "admin")
                .formParam("password", "kehu-development")
                .post(suite.url("KEYCLOAK") + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
        for (var door : new String[] {"GATEWAY", "CUSTOMER_SERVICE"}) {
            given().baseUri(suite.url(door))
                    .header("Authorization", "Bearer " + other)
                    .get("/v1/customers")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json");
        }
    }

    @Test
    @Order(6)
    void takesWritesWhileTheBrokerIsDownAndLosesNoEvent() {
        suite.run("stop", "kafka");
        var customer = post("/v1/customers", "{\"name\":\"written in the dark\"}");
        await().atMost(PATIENCE)
                .until(() -> given().get(suite.url("CUSTOMER_SERVICE") + "/q/health")
                        .asString()
                        .contains("\"degraded\": true"));
        given().get(suite.url("CUSTOMER_SERVICE") + "/q/health/ready").then().statusCode(200);
        suite.run("start", "kafka");
        await().atMost(PATIENCE)
                .until(() -> suite.as("admin")
                        .get("/v1/timeline?subject=customer:" + customer)
                        .asString()
                        .contains("customer.created"));
        reconciles();
    }

    @Test
    @Order(7)
    void namesTheSickService() {
        suite.kill("contract-service");
        await().atMost(PATIENCE)
                .until(() -> given().get(suite.url("GATEWAY") + "/q/health")
                        .asString()
                        .contains("contract-service"));
        suite.as("admin").get("/v1/contracts").then().statusCode(503).contentType("application/problem+json");
        suite.run("start", "contract-service");
        suite.as("admin").get("/v1/contracts").then().statusCode(200);
    }
}
