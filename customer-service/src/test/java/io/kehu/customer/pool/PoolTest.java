package io.kehu.customer.pool;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.CustomerEvent;
import io.kehu.platform.sql.Statements;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers in a pool: who sees and claims them, and that of many claims at once one wins. */
@QuarkusTest
class PoolTest {

    private static final String[] PERMISSIONS = {"customer:read", "customer:write", "contact:read", "pii:read"};

    @Inject
    Statements statements;

    /** Nobody else has it. */
    private final String team = "/t" + UUID.randomUUID();

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private RequestSpecification member(String name) {
        return as(Tokens.of(name, team + "/east", "scope:own", PERMISSIONS));
    }

    private RequestSpecification head() {
        return as(Tokens.of("head", team, "scope:team-tree", PERMISSIONS));
    }

    private static RequestSpecification stranger() {
        return as(Tokens.of("eve", "/elsewhere", "scope:team-tree", PERMISSIONS));
    }

    private static RequestSpecification admin() {
        return as(Tokens.all("root", "customer:read", "customer:write", "customer:admin", "pii:read"));
    }

    private String pool(String more) {
        return admin().body("{\"name\":\"%s\",\"teams\":[\"%s\"]%s}".formatted(UUID.randomUUID(), team, more))
                .post("/v1/customer-pools")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/customer-pools/"))
                .header("ETag", equalTo("\"1\""))
                .extract()
                .path("id");
    }

    private String customer(String owner) {
        return "/v1/customers/"
                + member(owner)
                        .body("{\"name\":\"Bike GmbH\"}")
                        .post("/v1/customers")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private String pooled(String owner) {
        var customer = customer(owner);
        release(customer, owner);
        return customer;
    }

    private void release(String customer, String owner) {
        member(owner)
                .body("{\"reason\":\"no need\"}")
                .post(customer + "/release")
                .then()
                .statusCode(200)
                .body("owner", equalTo("system:pool"));
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void showsAPooledCustomerToTheTeamsOfThePoolAndNobodyElse() {
        var pool = pool("");
        var customer = customer("anna");
        member("ben").get(customer).then().statusCode(404);
        member("ben").post(customer + "/claim").then().statusCode(404);
        release(customer, "anna");
        for (var name : List.of("anna", "ben")) {
            member(name)
                    .get(customer)
                    .then()
                    .statusCode(200)
                    .body("poolId", equalTo(pool))
                    .body("team", equalTo(team));
            member(name)
                    .get("/v1/customers?filter=poolId==" + pool)
                    .then()
                    .body("items.id", contains(id(customer).toString()));
            member(name)
                    .contentType("application/merge-patch+json")
                    .body("{\"name\":\"Mine\"}")
                    .patch(customer)
                    .then()
                    .statusCode(403);
        }
        head().get(customer).then().statusCode(200);
        stranger().get(customer).then().statusCode(404);
        stranger().post(customer + "/claim").then().statusCode(404);
        stranger().get("/v1/customer-pools/" + pool).then().statusCode(404);
        stranger().get("/v1/customer-pools").then().body("items", empty());
        member("ben").get("/v1/customer-pools").then().body("items.id", contains(pool));
        admin().post(customer + "/claim").then().statusCode(403).body("code", equalTo("customer.pool-of-others"));
        admin().body("{\"access\":\"READ\"}")
                .put(customer + "/collaborators?principal=eve")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.pooled"));
    }

    @Test
    void givesTheCustomerToWhoeverClaimsIt() {
        var pool = pool("");
        var customer = pooled("anna");
        member("ben")
                .post(customer + "/claim")
                .then()
                .statusCode(200)
                .body("owner", equalTo("ben"))
                .body("team", equalTo(team + "/east"))
                .body("poolId", nullValue())
                .body("collaborators", hasSize(0));
        member("anna").get(customer).then().statusCode(404);
        member("anna").post(customer + "/claim").then().statusCode(409).body("code", equalTo("customer.claimed"));
        member("ben")
                .get(customer + "/owners")
                .then()
                .statusCode(200)
                .body("items.owner", contains("ben", "system:pool", "anna"))
                .body("items.how", contains("customer.claimed", "customer.pooled", "customer.created"))
                .body("items.reason", contains(null, "no need", null))
                .body("items[0].until", nullValue());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.CUSTOMER.topic(), id(customer));
            assertThat(events).hasSize(3);
            assertThat(events.get(1).data())
                    .isEqualTo(new CustomerEvent.Pooled(UUID.fromString(pool), "anna", team + "/east", "no need"));
            assertThat(events.get(2).data())
                    .isEqualTo(new CustomerEvent.Claimed(UUID.fromString(pool), "ben", team + "/east"));
        });
    }

    @Test
    void letsWhoHasThePoolInScopeAssignFromIt() {
        pool("");
        var customer = pooled("anna");
        member("ben")
                .body("{\"owner\":\"ben\"}")
                .post(customer + "/assign")
                .then()
                .statusCode(403);
        head().body("{\"owner\":\"carl\",\"team\":\"%s/east\"}".formatted(team))
                .post(customer + "/assign")
                .then()
                .statusCode(200)
                .body("owner", equalTo("carl"))
                .body("poolId", nullValue())
                .body("collaborators", hasSize(0));
        member("ben").get(customer).then().statusCode(404);
    }

    @Test
    void givesAPooledCustomerToOneOfTwoHundredWhoClaimItAtOnce() throws Exception {
        pool("");
        var customer = pooled("anna");
        var statuses = atOnce(IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(number -> () ->
                        member("claimer" + number).post(customer + "/claim").statusCode())
                .toList());
        var counts = new TreeMap<Integer, Integer>();
        statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
        assertThat(counts).containsOnly(Map.entry(200, 1), Map.entry(409, 199));
        admin().get(customer).then().body("version", equalTo(3)).body("owner", containsString("claimer"));
    }

    @Test
    void keepsTheClaimsOfADayAlsoWhenTheyComeAtOnce() throws Exception {
        pool(",\"claimsPerDay\":3");
        var customers = IntStream.range(0, 10).mapToObj(_ -> pooled("anna")).toList();
        var statuses = claimAll(customers);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(7);
    }

    @Test
    void forgetsTheClaimsOfDaysBefore() {
        var pool = UUID.fromString(pool(",\"claimsPerDay\":1"));
        var claimer = "c" + UUID.randomUUID();
        statements.change(
                "insert into pool_claim (pool_id, username, claimed_at, customer_id) values (?, ?, now() - interval '25 hours', ?)",
                pool,
                claimer,
                UUID.randomUUID());
        var customer = pooled("anna");
        member(claimer).post(customer + "/claim").then().statusCode(200);
        assertThat(statements.list(
                        "select customer_id from pool_claim where username = ?",
                        row -> row.getObject(1, UUID.class),
                        claimer))
                .containsExactly(id(customer));
    }

    @Test
    void keepsTheCapacityOfAUserAlsoWhenClaimsComeAtOnce() throws Exception {
        pool(",\"capacity\":4");
        var customers = IntStream.range(0, 10).mapToObj(_ -> pooled("anna")).toList();
        var statuses = claimAll(customers);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(4);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(6);
    }

    private List<Integer> claimAll(List<String> customers) throws Exception {
        var claimer = "c" + UUID.randomUUID();
        return atOnce(customers.stream()
                .<Callable<Integer>>map(customer ->
                        () -> member(claimer).post(customer + "/claim").statusCode())
                .toList());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    @Test
    void keepsThePreviousOwnerFromClaimingBackForAWhile() {
        pool(",\"coolDownDays\":7");
        var customer = pooled("anna");
        member("anna")
                .post(customer + "/claim")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.pool-cool-down"));
        member("ben").post(customer + "/claim").then().statusCode(200);
    }

    @Test
    void showsItsCustomersToOtherTeamsWhenAPoolIsChanged() {
        var pool = pool("");
        var customer = pooled("anna");
        admin().header("If-Match", "\"7\"")
                .body("{\"name\":\"%s\",\"teams\":[\"/elsewhere\"]}".formatted(pool))
                .put("/v1/customer-pools/" + pool)
                .then()
                .statusCode(412);
        admin().body("{\"name\":\"%s\",\"teams\":[\"/elsewhere\"]}".formatted(pool))
                .put("/v1/customer-pools/" + pool)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            stranger().get(customer).then().statusCode(200);
            member("ben").get(customer).then().statusCode(404);
        });
        admin().delete("/v1/customer-pools/" + pool)
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.pool-in-use"));
        stranger().post(customer + "/claim").then().statusCode(200);
        admin().delete("/v1/customer-pools/" + pool).then().statusCode(204);
    }

    @Test
    void showsACustomerThatComesBackToTheTeamsOfNow() {
        var pool = pool("");
        var others = "/o" + UUID.randomUUID();
        var bin = pooled("anna");
        var merged = pooled("anna");
        var survivor = pooled("anna");
        var remover = as(Tokens.all("root", "customer:read", "customer:delete"));
        remover.delete(bin).then().statusCode(204);
        remover.body("{\"customers\":[\"%s\"]}".formatted(id(merged)))
                .post(survivor + "/merge")
                .then()
                .statusCode(200);
        admin().body("{\"name\":\"%s\",\"teams\":[\"%s\"]}".formatted(pool, others))
                .put("/v1/customer-pools/" + pool)
                .then()
                .statusCode(200);
        awaitFollowed(pool);
        remover.post(bin + "/restore").then().statusCode(200);
        remover.post(merged + "/unmerge").then().statusCode(200);
        for (var customer : List.of(bin, merged, survivor)) {
            as(Tokens.of("otto", others, "scope:own", PERMISSIONS))
                    .get(customer)
                    .then()
                    .statusCode(200);
            member("ben").get(customer).then().statusCode(404);
        }
    }

    @Test
    void changesAPoolThatHasBeenFollowedSince() {
        var pool = pool("");
        var teams = "{\"name\":\"%s\",\"teams\":[\"%s/%s\"]}";
        admin().body(teams.formatted(pool, team, "west"))
                .put("/v1/customer-pools/" + pool)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        awaitFollowed(pool);
        admin().header("If-Match", "\"2\"")
                .body(teams.formatted(pool, team, "east"))
                .put("/v1/customer-pools/" + pool)
                .then()
                .statusCode(200);
    }

    private void awaitFollowed(String pool) {
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            var followed = statements.list(
                    "select followed from customer_pool where id = ?", row -> row.getBoolean(1), UUID.fromString(pool));
            return followed.equals(List.of(true));
        });
    }

    @Test
    void namesWhatIsWrongWithAPoolOrARelease() {
        admin().body("{\"name\":\"x\",\"teams\":[\"sales\"]}")
                .post("/v1/customer-pools")
                .then()
                .statusCode(400);
        head().body("{\"name\":\"x\",\"teams\":[\"/sales\"]}")
                .post("/v1/customer-pools")
                .then()
                .statusCode(403);
        var customer = customer("anna");
        member("anna").body("{}").post(customer + "/release").then().statusCode(400);
        member("anna")
                .body("{\"reason\":\"none for the team\"}")
                .post(customer + "/release")
                .then()
                .statusCode(422)
                .body("errors.code", contains("customer.pool-unknown"));
        member("anna").post(customer + "/claim").then().statusCode(409).body("code", equalTo("customer.claimed"));
    }
}
