package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many opportunities or leads at once, and what has changed of them. */
@QuarkusTest
class BulkTest {

    private final String owner = "bulk-" + UUID.randomUUID();

    private RequestSpecification seller() {
        return seller(owner);
    }

    private static RequestSpecification seller(String name) {
        return as(Tokens.own(
                name,
                "opportunity:read",
                "opportunity:write",
                "opportunity:delete",
                "lead:read",
                "lead:write",
                "lead:delete"));
    }

    private static String fields(String resource) {
        return resource.equals("leads")
                ? "{\"name\":\"Asks\",\"source\":\"WEBSITE\",\"phone\":\"+86137%08d\"}"
                        .formatted(ThreadLocalRandom.current().nextInt(100_000_000))
                : "{\"name\":\"Laptops\"}";
    }

    private static String creating(String resource) {
        return "{\"operation\":\"CREATE\",\"fields\":%s}".formatted(fields(resource));
    }

    private static String updating(String id) {
        return "{\"operation\":\"UPDATE\",\"id\":\"%s\",\"fields\":{\"source\":\"FAIR\"}}".formatted(id);
    }

    private ValidatableResponse send(String resource, String query, String... items) {
        return seller().body("{\"items\":[%s]}".formatted(String.join(",", items)))
                .post("/v1/" + resource + "/batch" + query)
                .then()
                .statusCode(207);
    }

    private String created(String resource) {
        return send(resource, "", creating(resource)).extract().path("items[0].id");
    }

    private static ValidatableResponse changes(RequestSpecification caller, String resource, String cursor) {
        return (cursor == null ? caller : caller.queryParam("cursor", cursor))
                .get("/v1/" + resource + "/changes")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunities", "leads"})
    void doesEachCommandByItself(String resource) {
        var changed = created(resource);
        var removed = created(resource);
        send(
                        resource,
                        "",
                        creating(resource),
                        updating(changed),
                        "{\"operation\":\"CREATE\",\"fields\":{\"nmae\":\"y\"}}",
                        updating(UUID.randomUUID().toString()),
                        "{\"operation\":\"DELETE\",\"id\":\"%s\"}".formatted(removed))
                .body("items.status", contains(201, 200, 400, 404, 204))
                .body("items[0].location", startsWith("/v1/" + resource + "/"))
                .body("items[1].etag", equalTo("\"2\""));
        seller().get("/v1/" + resource + "/" + removed).then().statusCode(404);
        send(
                        resource,
                        "?atomic=true",
                        updating(changed),
                        updating(UUID.randomUUID().toString()))
                .body("items.status", contains(424, 404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunities", "leads"})
    void tellsWhatHasChangedAndWhatIsGone(String resource) {
        String cursor = changes(seller(), resource, null).extract().path("nextCursor");
        var kept = created(resource);
        var removed = created(resource);
        seller().delete("/v1/" + resource + "/" + removed).then().statusCode(204);
        var given = created(resource);
        seller().body("{\"owner\":\"somebody-else\"}")
                .post("/v1/" + resource + "/" + given + "/assign")
                .then()
                .statusCode(200);
        changes(seller(), resource, cursor)
                .body("items", hasSize(3))
                .body("items.find { it.id == '%s' }.record.owner".formatted(kept), equalTo(owner))
                .body("items.find { it.id == '%s' }.record".formatted(removed), nullValue())
                .body("items.find { it.id == '%s' }.gone".formatted(removed), equalTo("DELETED"))
                .body("items.find { it.id == '%s' }.gone".formatted(given), equalTo("OUT_OF_SIGHT"));
        if (resource.equals("leads")) {
            changes(seller(), resource, cursor)
                    .body("items.find { it.id == '%s' }.record.phone".formatted(kept), containsString("****"));
        }
    }
}
