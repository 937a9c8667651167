package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomFieldTest {

    @Inject
    EntityManager entities;

    private static final String DEFINITIONS = "/v1/customers/custom-fields";

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna", "customer:read", "customer:write", "customer:admin", "customer:import", "pii:read"))
                .contentType("application/json");
    }

    private static void define(String key, String kind, String more) {
        anna().body("{\"zh\":\"字段%s\",\"en\":\"Field %s\",\"kind\":\"%s\"%s}".formatted(key, key, kind, more))
                .put(DEFINITIONS + "/" + key)
                .then()
                .statusCode(200)
                .body("key", equalTo(key));
    }

    private static ValidatableResponse create(String values) {
        return anna().body("{\"name\":\"Custom Ltd\",\"customFields\":%s}".formatted(values))
                .post("/v1/customers")
                .then();
    }

    @Test
    void keepsWhatTheDefinitionsAllow() {
        define("segment", "CHOICE", ",\"choices\":[\"retail\",\"wholesale\"]");
        define("machines", "NUMBER", "");
        define("visitedOn", "DATE", "");
        define("regular", "BOOLEAN", "");
        define("lines", "MULTI_CHOICE", ",\"choices\":[\"x\",\"y\",\"z\"],\"defaultValue\":\"x;y\"");
        define("motto", "TEXT", ",\"help\":\"What they say\"");
        anna().get(DEFINITIONS).then().body("key", hasItem("segment"));
        String id = create("{\"segment\":\"retail\",\"machines\":12.50,\"visitedOn\":\"2026-03-15\",\"regular\":true}")
                .statusCode(201)
                .body("customFields.segment", equalTo("retail"))
                .body("customFields.machines", equalTo(12.5f))
                .body("customFields.lines", contains("x", "y"))
                .extract()
                .path("id");
        anna().contentType("application/merge-patch+json")
                .body("{\"customFields\":{\"segment\":null,\"machines\":12.5,\"motto\":\"so\"}}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("customFields.segment", nullValue())
                .body("customFields.regular", equalTo(true))
                .body("customFields.motto", equalTo("so"));
        anna().contentType("application/merge-patch+json")
                .body("{\"customFields\":{\"machines\":12.500}}")
                .patch("/v1/customers/" + id)
                .then()
                .body("version", equalTo(2));
        anna().get("/v1/customers/" + id + "/history").then().body("items[0].changes.field", hasItem("customFields"));
        create("{\"segment\":\"other\",\"machines\":\"many\",\"visitedOn\":\"soon\",\"nothing\":1,\"lines\":[\"q\"]}")
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "customFields.segment",
                                "customFields.machines",
                                "customFields.visitedOn",
                                "customFields.nothing",
                                "customFields.lines"));
    }

    @Test
    void filtersAndSortsByThem() {
        define("rank", "NUMBER", "");
        define("batch", "TEXT", "");
        define("marks", "MULTI_CHOICE", ",\"choices\":[\"a\",\"b\"]");
        var batch = UUID.randomUUID().toString();
        for (var rank : new int[] {9, 100, 20}) {
            create("{\"rank\":%d,\"batch\":\"%s\",\"marks\":[\"%s\"]}".formatted(rank, batch, rank > 50 ? "a" : "b"))
                    .statusCode(201);
        }
        var path = "/v1/customers?filter=custom.batch==" + batch;
        anna().get(path + "&sort=-custom.rank").then().body("items.customFields.rank", contains(100, 20, 9));
        String next = anna().get(path + "&sort=custom.rank&limit=2")
                .then()
                .body("items.customFields.rank", contains(9, 20))
                .extract()
                .path("nextCursor");
        anna().get(path + "&sort=custom.rank&limit=2&cursor=" + next)
                .then()
                .body("items.customFields.rank", contains(100));
        anna().get(path + ";custom.rank=gt=9").then().body("items", hasSize(2));
        anna().get(path + ";custom.rank=in=(9,20)").then().body("items", hasSize(2));
        anna().get(path + ";custom.marks==a").then().body("items", hasSize(1));
        anna().get("/v1/customers?filter=custom.nothing==1").then().statusCode(400);
        anna().get("/v1/customers?filter=custom.rank==x").then().statusCode(400);
    }

    @Test
    void importsThemAsColumns() {
        define("machineCount", "NUMBER", "");
        var source = "custom-" + UUID.randomUUID();
        var file = "externalId,name,custom.machineCount,街道\n".replace(",街道", "") + "a,Column Ltd,7\nb,Wrong Ltd,many\n";
        for (var round = 0; round < 2; round++) {
            var location = given().auth()
                    .oauth2(Tokens.all("anna", "customer:import"))
                    .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                    .multiPart("mode", "upsert")
                    .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                    .post("/v1/customers/imports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .header("Location");
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            anna().get(location).jsonPath().getString("status").equals("COMPLETED"));
            anna().get(location)
                    .then()
                    .body(round == 0 ? "created" : "unchanged", equalTo(1))
                    .body("rejected", equalTo(1));
        }
        anna().get("/v1/customers/by-external?externalId=a&source=" + source)
                .then()
                .body("customFields.machineCount", equalTo(7));
    }

    private static ValidatableResponse formula(String key, String formula, String more) {
        return anna().body("{\"zh\":\"公式\",\"en\":\"Formula\",\"kind\":\"FORMULA\",\"formula\":\"%s\"%s}"
                        .formatted(formula, more))
                .put(DEFINITIONS + "/" + key)
                .then();
    }

    @Test
    void calculatesWhatAFormulaSays() {
        define("seats", "NUMBER", "");
        define("price", "NUMBER", "");
        define("startsOn", "DATE", "");
        define("endsOn", "DATE", "");
        define("plan", "TEXT", "");
        formula("volume", "ROUND(seats * price, 2)", ",\"indexed\":true")
                .statusCode(200)
                .body("result", equalTo("NUMBER"));
        formula("days", "endsOn - startsOn", "").statusCode(200);
        formula("planCode", "STR_UPPER(STR_LEFT(plan, 3)) + \\\"-\\\" + COALESCE(seats, 0)", ",\"result\":\"TEXT\"")
                .statusCode(200);
        formula("perSeat", "price / (seats - seats)", "").statusCode(200);
        String id = create(
                        "{\"seats\":7,\"price\":12.345,\"startsOn\":\"2026-01-01\",\"endsOn\":\"2026-03-01\",\"plan\":\"gold\"}")
                .statusCode(201)
                .body("customFields.volume", equalTo(86.42f))
                .body("customFields.days", equalTo(59))
                .body("customFields.planCode", equalTo("GOL-7"))
                .body("customFields.perSeat", nullValue())
                .extract()
                .path("id");
        anna().contentType("application/merge-patch+json")
                .body("{\"customFields\":{\"seats\":8,\"volume\":86.42}}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .body("customFields.volume", equalTo(98.76f));
        anna().contentType("application/merge-patch+json")
                .body("{\"customFields\":{\"volume\":1}}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("custom-field.FORMULA"));
        anna().get("/v1/customers?filter=custom.volume=gt=98;custom.volume=lt=99&sort=-custom.volume")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(indexes()).isEqualTo(1));
    }

    private long indexes() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "select count(*) from pg_indexes where indexdef like '%custom_fields ->> ''volume''%'")
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void keepsTextsThatAreIndexedShortEnoughForTheIndex() {
        define("slogan", "TEXT", ",\"indexed\":true");
        create("{\"slogan\":\"%s\"}".formatted("字".repeat(500))).statusCode(201);
        create("{\"slogan\":\"%s\"}".formatted("字".repeat(501)))
                .statusCode(422)
                .body("errors[0].code", equalTo("custom-field.TEXT"))
                .body("errors[0].message", equalTo("A text of at most 500 characters is needed."));
        define("story", "TEXT", "");
        create("{\"story\":\"%s\"}".formatted("字".repeat(5_000))).statusCode(201);
        anna().body("{\"zh\":\"故事\",\"en\":\"Story\",\"kind\":\"TEXT\",\"indexed\":true}")
                .put(DEFINITIONS + "/story")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("indexed"))
                .body("errors[0].code", equalTo("custom-field.indexed-long"));
        define("story", "TEXT", ",\"help\":\"Long\"");
    }

    @Test
    void refusesWhatIsNoFormula() {
        define("weight", "NUMBER", "");
        formula("heavy", "weight * 2", "").statusCode(200);
        for (var wrong : new String[] {
            "weight *",
            "unknownField + 1",
            "heavy + 1",
            "RANDOM()",
            "DT_NOW()",
            "a.b",
            "weight[0]",
            "9^weight",
            "weight % 7",
            "ROUND(1E999999999, 2)"
        }) {
            formula("wrong", wrong, "").statusCode(422).body("errors[0].field", equalTo("formula"));
        }
        formula("wrong", "(".repeat(501), "").statusCode(400);
        formula("wrong", "weight", ",\"result\":\"CHOICE\"").statusCode(422);
        formula("wrong", "weight", ",\"required\":true").statusCode(422);
        formula("heavy", "weight", ",\"result\":\"TEXT\"").statusCode(409);
        formula("deep", "-".repeat(400) + "weight", "").statusCode(200);
        formula("square", "weight" + " * weight".repeat(50), "").statusCode(200);
        create("{\"weight\":1E999999999}").statusCode(400);
        create("{\"weight\":9}")
                .statusCode(201)
                .body("customFields.heavy", equalTo(18))
                .body("customFields.deep", equalTo(9));
    }
}
