package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers have a second table, whose row may be missing: the platform's job must take them all the same. */
@QuarkusTest
class TeamMoveTest {

    @Test
    void takesTheCustomersOfAUserToTheNewTeam() {
        var mover = "mover-" + UUID.randomUUID();
        var token = Tokens.all(mover, "customer:read", "customer:write", "operations:write");
        var id = given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("name", "跟随的客户 " + mover))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("id", UUID.randomUUID(), "team", "/sales/elsewhere", "orderedAt", Instant.now()))
                .put("/v1/operations/team-moves/" + mover)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().auth()
                        .oauth2(token)
                        .get("/v1/customers/" + id)
                        .then()
                        .body("team", equalTo("/sales/elsewhere")));
    }
}
