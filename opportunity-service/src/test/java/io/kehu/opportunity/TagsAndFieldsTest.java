package io.kehu.opportunity;

import static io.kehu.opportunity.Neighbours.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company adds to the records of this service: tags, and fields of its own. */
@QuarkusTest
class TagsAndFieldsTest {

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "opportunity:read",
                "opportunity:write",
                "opportunity:import",
                "opportunity:export",
                "opportunity:admin",
                "lead:read",
                "lead:write",
                "lead:import",
                "lead:export",
                "campaign:read",
                "campaign:write",
                "campaign:import",
                "campaign:export",
                "competitor:read",
                "competitor:write",
                "competitor:import",
                "competitor:export",
                "pii:read"));
    }

    private String fields(String resource) {
        var rest = switch (resource) {
            case "leads" ->
                ",\"source\":\"X\",\"phone\":\"+86137%08d\""
                        .formatted(ThreadLocalRandom.current().nextInt(100_000_000));
            case "campaigns" -> ",\"type\":\"ONLINE\"";
            default -> "";
        };
        return "{\"name\":\"%s\",\"tags\":[\"%s\",\"both\"]%s}".formatted(mark, mark, rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunities", "leads", "campaigns", "competitors"})
    void keepsTagsAndFiltersByThem(String resource) {
        var path = "/v1/" + resource;
        String id = anna().body(fields(resource))
                .post(path)
                .then()
                .statusCode(201)
                .body("tags", containsInAnyOrder(mark, "both"))
                .extract()
                .path("id");
        anna().get(path + "?filter=tags==" + mark).then().body("items.id", contains(id));
        anna().contentType("application/merge-patch+json")
                .body("{\"tags\":null}")
                .patch(path + "/" + id)
                .then()
                .statusCode(200)
                .body("tags", empty());
        anna().get(path + "?filter=tags==" + mark).then().body("items", empty());
        anna().get(path + "/" + id + "/history").then().body(containsString("\"tags\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunities", "leads", "campaigns", "competitors"})
    void takesTagsByFileAndGivesThemBack(String resource) {
        var more = switch (resource) {
            case "leads" ->
                "source,phone;X,+86136%08d"
                        .formatted(ThreadLocalRandom.current().nextInt(100_000_000));
            case "campaigns" -> "type,budget;ONLINE,";
            default -> "externalSource;import";
        };
        var head = more.substring(0, more.indexOf(';'));
        var cells = more.substring(more.indexOf(';') + 1);
        var file = "externalId,name,标签,%s\n%s,%s,%s;both,%s\n".formatted(head, mark, mark, mark, cells);
        assertThat(run(resource, file).getInt("created")).isEqualTo(1);
        anna().accept("text/csv")
                .get("/v1/" + resource + "?filter=tags==" + mark)
                .then()
                .statusCode(200)
                .body(containsString(mark + ",")) // the key
                .body(containsString("both"));
    }

    private static JsonPath run(String resource, String file) {
        String job = anna().contentType(ContentType.MULTIPART)
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .post("/v1/" + resource + "/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> anna().get(job).jsonPath(),
                        found -> List.of("COMPLETED", "FAILED").contains(found.getString("status")));
    }

    @Test
    void keepsTheCompanysOwnFieldsOfDeals() {
        var key = "f" + mark;
        var definition = "/v1/opportunities/custom-fields/" + key;
        as(Tokens.all("ben", "opportunity:read", "opportunity:write"))
                .body("{}")
                .put(definition)
                .then()
                .statusCode(403);
        anna().body("{\"zh\":\"预算批准%s\",\"en\":\"Approved %s\",\"kind\":\"NUMBER\"}".formatted(mark, mark))
                .put(definition)
                .then()
                .statusCode(200);
        anna().get(definition).then().body("key", equalTo(key));
        anna().get("/v1/opportunities/custom-fields").then().body("key", hasItem(key));
        anna().body("{\"name\":\"x\",\"customFields\":{\"%s\":\"much\"}}".formatted(key))
                .post("/v1/opportunities")
                .then()
                .statusCode(422)
                .body("errors.field", contains("customFields." + key));
        String id = anna().body("{\"name\":\"x\",\"customFields\":{\"%s\":7}}".formatted(key))
                .post("/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().contentType("application/merge-patch+json")
                .body("{\"customFields\":{\"%s\":8}}".formatted(key))
                .patch("/v1/opportunities/" + id)
                .then()
                .statusCode(200);
        anna().get("/v1/opportunities?filter=custom.%s=gt=7".formatted(key))
                .then()
                .body("items.id", contains(id));
        assertThat(run("opportunities", "externalId,name,custom.%s\n%s,y,9\n".formatted(key, mark))
                        .getInt("created"))
                .isEqualTo(1);
        assertThat(run("opportunities", "externalId,nextStep\n%s,call\n".formatted(mark))
                        .getInt("updated"))
                .isEqualTo(1);
        anna().accept("text/csv")
                .get("/v1/opportunities?filter=custom.%s=gt=8".formatted(key))
                .then()
                .body(containsString("custom." + key))
                .body(containsString(",9"));
        anna().body("{\"zh\":\"预算批准%s\",\"en\":\"Approved %s\",\"kind\":\"NUMBER\",\"active\":false}"
                        .formatted(mark, mark))
                .put(definition)
                .then()
                .statusCode(200);
    }
}
