package io.kehu.system;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is said to have done something is a user of the directory. */
@ExtendWith(RunningSuite.class)
class KnownUserIT {

    private static final String NOBODY = "nobody-of-that-name";

    private static Suite suite;

    @BeforeAll
    static void take(Suite running) {
        suite = running;
    }

    private static String activity(String performer) {
        var customer = suite.as("admin")
                .body("{\"name\":\"Known %s\"}".formatted(UUID.randomUUID()))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return """
                {"type":"CALL","subject":"call","happenedAt":"2026-03-01T02:00:00Z","customerId":"%s","outcome":"CONNECTED",
                 "performedBy":"%s"}""".formatted(customer, performer);
    }

    @Test
    void performsAnActivity() {
        suite.as("admin")
                .body(activity(NOBODY))
                .post("/v1/activities")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("performedBy"))
                .body("errors[0].code", equalTo("owner.unknown"));
        var id = suite.as("admin")
                .body(activity("rep"))
                .post("/v1/activities")
                .then()
                .statusCode(201)
                .body("performedBy", equalTo("rep"))
                .extract()
                .<String>path("id");
        suite.as("admin")
                .contentType("application/merge-patch+json")
                .body("{\"performedBy\":\"%s\"}".formatted(NOBODY))
                .patch("/v1/activities/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("performedBy"));
    }

    @Test
    void isAssignedAnImportedTicket() {
        var key = UUID.randomUUID().toString();
        var csv = """
                externalId,externalSource,subject,status,statusAt,assignee
                %1$s-1,known,Printer,ASSIGNED,2026-03-01T02:00:00Z,support
                %1$s-2,known,Printer,ASSIGNED,2026-03-01T02:00:00Z,%2$s
                %1$s-3,known,Printer,CLOSED,2026-03-01T02:00:00Z,%2$s
                """.formatted(key, NOBODY);
        var started =
                new Door("gateway", suite.url("GATEWAY")).upload("/v1/tickets/imports", suite.token("admin"), csv);
        var job = started.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> suite.as("admin").get(job).path("status"), "COMPLETED"::equals);
        suite.as("admin").get(job).then().body("created", equalTo(2)).body("rejected", equalTo(1));
        suite.as("admin")
                .accept("text/csv")
                .get(job + "/errors")
                .then()
                .statusCode(200)
                .body(containsString(NOBODY));
        suite.as("admin")
                .get("/v1/tickets/by-external?source=known&externalId=" + key + "-1")
                .then()
                .body("assignee", equalTo("support"))
                .body("team", equalTo(suite.as("admin").get("/v1/users/support").path("team")));
        suite.as("admin")
                .get("/v1/tickets/by-external?source=known&externalId=" + key + "-3")
                .then()
                .body("assignee", nullValue())
                .body("sourceAssignee", equalTo(NOBODY))
                .body("owner", equalTo("admin"));
    }
}
