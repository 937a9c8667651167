package io.kehu.servicedesk;

import static io.kehu.servicedesk.Desk.as;
import static org.awaitility.Awaitility.await;

import io.kehu.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Files that come in, as tests of more than one feature send them. */
public final class Importing {

    private Importing() {}

    /** Somebody who may do all that there is to do with surveys and what follows from them. */
    public static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "survey:read",
                "survey:write",
                "survey:import",
                "survey:export",
                "ticket:read",
                "ticket:write",
                "pii:read"));
    }

    /** The job once it has done its work. */
    public static JsonPath run(String resource, String csv) {
        String id = anna().contentType(ContentType.MULTIPART)
                .multiPart("file", resource + ".csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"timeZone\":\"UTC\"}")
                .post("/v1/" + resource + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return ended(resource, id);
    }

    public static JsonPath reverted(String resource, JsonPath job) {
        String id = anna().post("/v1/" + resource + "/imports/" + job.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return ended(resource, id);
    }

    private static JsonPath ended(String resource, String id) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> anna().get("/v1/" + resource + "/imports/" + id).jsonPath(),
                        job -> job.getString("status").equals("COMPLETED")
                                || job.getString("status").equals("FAILED"));
    }

    /** The record that a row of this key has made. */
    public static ValidatableResponse record(String resource, String externalId) {
        return anna().get("/v1/" + resource + "/by-external?source=import&externalId=" + externalId)
                .then();
    }
}
