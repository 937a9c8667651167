package io.kehu.servicedesk.priority;

import static io.kehu.servicedesk.Desk.PATCH;
import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.kehu.events.EventJson;
import io.kehu.servicedesk.Desk;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PriorityMatrixResourceTest {

    private static final String MATRIX = "/v1/ticket-priorities";

    private static final String LINE = "{\"highUrgency\":\"%1$s\",\"mediumUrgency\":\"%1$s\",\"lowUrgency\":\"%1$s\"}";

    private static ValidatableResponse put(String matrix) {
        return as(Tokens.all("root", "ticket:read", "ticket:admin"))
                .body(matrix)
                .put(MATRIX)
                .then();
    }

    /** Other tests open tickets too. */
    @AfterEach
    void restore() {
        put(EventJson.write(UsualPriorities.MATRIX)).statusCode(200);
    }

    @Test
    void countsForWhatIsToldFromThenOn() {
        var before = Desk.ticket("before");
        anna().get("/v1/tickets/" + before).then().body("priority", equalTo("HIGH"));
        put("{\"highImpact\":%s,\"mediumImpact\":%s,\"lowImpact\":%s}"
                        .formatted(LINE.formatted("LOW"), LINE.formatted("MEDIUM"), LINE.formatted("CRITICAL")))
                .statusCode(200)
                .body("version", greaterThan(1));
        anna().get(MATRIX).then().body("lowImpact.mediumUrgency", equalTo("CRITICAL"));
        anna().get(MATRIX + "/versions").then().body("items[0].highImpact.highUrgency", equalTo("LOW"));
        anna().get("/v1/tickets/" + Desk.ticket("after")).then().body("priority", equalTo("LOW"));
        change(before, "{\"subject\":\"same\"}").body("priority", equalTo("HIGH"));
        change(before, "{\"impact\":\"LOW\"}").body("priority", equalTo("CRITICAL"));
    }

    private static ValidatableResponse change(String id, String fields) {
        return anna().contentType(PATCH)
                .body(fields)
                .patch("/v1/tickets/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void takesOnlyAWholeMatrixAndOnlyFromAdministrators() {
        put("{\"highImpact\":%s}".formatted(LINE.formatted("LOW"))).statusCode(400);
        anna().body("{}").put(MATRIX).then().statusCode(403);
        as(Tokens.all("eve", "customer:read")).get(MATRIX).then().statusCode(403);
    }
}
