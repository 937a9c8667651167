package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerResourceTest {

    private static final String PATCH = "application/merge-patch+json";

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", "customer:read", "customer:write", "customer:delete", "pii:read"));
    }

    private static String create(String name) {
        return anna().body("""
                        {"name":"%s","phone":"13812341234","industry":"65"}""".formatted(name))
                .post("/v1/customers?onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void createsACustomerAndPublishesIt() {
        var answer = anna().body("""
                        {"name":"华为技术有限公司","type":"COMPANY","annualRevenue":{"amount":"1234.50","currency":"CNY"},
                         "phone":"13812341234","tags":["高潜力"]}""")
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/v1/customers/"))
                .body("name", equalTo("华为技术有限公司"))
                .body("owner", equalTo("anna"))
                .body("number", containsString("C20"))
                .body("phone", equalTo("+8613812341234"))
                .body("annualRevenue.amount", equalTo("1234.50"))
                .body("version", equalTo(1))
                .body("createdBy", equalTo("anna"))
                .extract();
        var id = UUID.fromString(answer.path("id"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.CUSTOMER.topic(), id);
            assertThat(events).hasSize(1);
            assertThat(events.getFirst().data()).isEqualTo(new CustomerEvent.Created());
            assertThat(((CustomerState) events.getFirst().state()).name()).isEqualTo("华为技术有限公司");
            assertThat(events.getFirst().toString()).doesNotContain("13812341234");
        });
    }

    @Test
    void findsCustomersByTheirTags() {
        var name = "Tagged " + UUID.randomUUID();
        for (var tags : List.of("\"高潜力\",\"风险\"", "\"重点维护\"")) {
            anna().body("{\"name\":\"%s\",\"tags\":[%s]}".formatted(name, tags))
                    .post("/v1/customers?onDuplicate=create")
                    .then()
                    .statusCode(201);
        }
        anna().get("/v1/customers?filter=name=='" + name + "';tags==风险")
                .then()
                .statusCode(200)
                .body("items.tags.flatten()", contains("高潜力", "风险"));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        anna().body("{\"name\":\" \",\"employees\":-1}")
                .post("/v1/customers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("validation.failed"))
                .body("errors.field", contains("employees", "name"))
                .body("traceId", notNullValue());
        anna().body("{\"name\":\"x\",\"nmae\":\"y\"}")
                .post("/v1/customers")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("nmae"))
                .body("errors[0].code", equalTo("field.unknown"));
        anna().body("{\"name\":")
                .post("/v1/customers")
                .then()
                .statusCode(400)
                .body("code", equalTo("request.malformed"));
        anna().header("Accept-Language", "zh-CN")
                .body("{\"employees\":-1,\"unifiedSocialCreditCode\":\"1\"}")
                .post("/v1/customers")
                .then()
                .statusCode(400)
                .body("detail", containsString("字段"))
                .body("errors[0].message", equalTo("必须是正数或零"))
                .body("errors[1].message", equalTo("不能为空"))
                .body("errors[2].message", containsString("统一社会信用代码"));
    }

    @Test
    void refusesWhoeverHasNoTokenOrPermission() {
        given().get("/v1/customers").then().statusCode(401).contentType("application/problem+json");
        as(Tokens.expired("anna", "customer:read")).get("/v1/customers").then().statusCode(401);
        as(Tokens.ofAnotherAudience("anna", "customer:read"))
                .get("/v1/customers")
                .then()
                .statusCode(401);
        as(Tokens.all("anna", "contact:read"))
                .get("/v1/customers")
                .then()
                .statusCode(403)
                .body("code", equalTo("access.denied"));
        anna().get("/v1/customers;x").then().statusCode(400);
        anna().get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void hidesOtherPeoplesRows() {
        var id = create("Hidden Ltd");
        var ben = Tokens.own("ben", "customer:read", "customer:write", "customer:delete");
        as(ben).get("/v1/customers/" + id).then().statusCode(404);
        as(ben).get("/v1/customers/" + id + "/history").then().statusCode(404);
        as(ben).get("/v1/customers?filter=id==" + id).then().statusCode(200).body("items", hasSize(0));
        as(ben).contentType(PATCH)
                .body("{\"name\":\"Mine\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(404);
        as(ben).delete("/v1/customers/" + id).then().statusCode(404);
        as(Tokens.of("anna", null, "-", "customer:read"))
                .get("/v1/customers/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void showsATeamsRowsToThoseAboveIt() {
        var token = Tokens.of("carl", "/central/dustin", "scope:own", "customer:read", "customer:write");
        String id = as(token)
                .body("{\"name\":\"Team Ltd\"}")
                .post("/v1/customers")
                .then()
                .extract()
                .path("id");
        var read = "/v1/customers/" + id;
        as(Tokens.of("dora", "/central/dustin", "scope:own", "customer:read"))
                .get(read)
                .then()
                .statusCode(404);
        as(Tokens.of("dora", "/central/dustin", "scope:team", "customer:read"))
                .get(read)
                .then()
                .statusCode(200);
        as(Tokens.of("emil", "/central", "scope:team", "customer:read"))
                .get(read)
                .then()
                .statusCode(404);
        as(Tokens.of("emil", "/central", "scope:team-tree", "customer:read"))
                .get(read)
                .then()
                .statusCode(200);
        as(Tokens.of("fred", "/central/dust", "scope:team-tree", "customer:read"))
                .get(read)
                .then()
                .statusCode(404);
    }

    @Test
    void changesOnlyTheVersionThatTheCallerKnows() {
        var id = create("Versioned Ltd");
        var path = "/v1/customers/" + id;
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"industry\":null,\"level\":\"A\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("level", equalTo("A"))
                .body("industry", nullValue());
        anna().contentType(PATCH)
                .header("If-Match", "\"1\"")
                .body("{\"level\":\"B\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"")
                .body("code", equalTo("version.stale"));
        for (var written : List.of(id.toUpperCase(Locale.ROOT), id.substring(1))) {
            anna().contentType(PATCH)
                    .header("If-Match", "\"1\"")
                    .body("{\"level\":\"B\"}")
                    .patch("/v1/customers/" + written)
                    .then()
                    .statusCode(412);
        }
        anna().contentType(PATCH)
                .body("{\"level\":\"A\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        anna().header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
        anna().contentType(PATCH)
                .body("{\"lvel\":\"A\"}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("lvel"));
        anna().contentType(PATCH)
                .body("{\"name\":null}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void tellsItsHistoryAndItsPast() {
        var id = create("Before Ltd");
        var between = Instant.now();
        anna().contentType(PATCH)
                .body("{\"name\":\"After Ltd\",\"phone\":\"13900000000\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200);
        anna().get("/v1/customers/" + id + "/history")
                .then()
                .body("items.type", contains("customer.updated", "customer.created"))
                .body("items[0].actor", equalTo("anna"))
                .body("items[0].changes.find { it.field == 'name' }.from", equalTo("Before Ltd"))
                .body("items[0].changes.find { it.field == 'name' }.to", equalTo("After Ltd"))
                .body("items[0].changes.find { it.field == 'phone' }.to", equalTo("+8613900000000"));
        as(Tokens.all("gina", "customer:read"))
                .get("/v1/customers/" + id + "/history")
                .then()
                .body("items[0].changes.find { it.field == 'phone' }.hidden", equalTo(true))
                .body("items[0].changes.find { it.field == 'phone' }.to", nullValue());
        anna().get("/v1/customers/" + id + "?asOf=" + between)
                .then()
                .statusCode(200)
                .body("name", equalTo("Before Ltd"))
                .body("phone", equalTo("+8613812341234"))
                .body("version", equalTo(1));
        anna().get("/v1/customers/" + id + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
    }

    @Test
    void masksPhonesForWhoeverMayNotSeeThem() {
        var id = create("Masked Ltd");
        var gina = Tokens.all("gina", "customer:read", "customer:write");
        as(gina).get("/v1/customers/" + id).then().body("phone", equalTo("+86138****1234"));
        as(gina).contentType(PATCH)
                .body("{\"phone\":\"+86138****1234\",\"level\":\"C\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200);
        as(gina).contentType(PATCH)
                .body("{\"phone\":\"139****1234\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("field.masked"));
        anna().get("/v1/customers/" + id)
                .then()
                .body("phone", equalTo("+8613812341234"))
                .body("level", equalTo("C"));
    }

    @Test
    void repeatsAnAnswerInsteadOfTheWork() {
        var key = UUID.randomUUID().toString();
        var body = "{\"name\":\"Once Ltd\",\"phone\":\"13812341234\"}";
        String first = anna().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", containsString(first))
                .body("id", equalTo(first))
                .body("phone", equalTo("+8613812341234"));
        as(Tokens.all("anna", "customer:write"))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/customers")
                .then()
                .body("phone", equalTo("+86138****1234"));
        as(Tokens.own("anna2", "customer:write"))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/customers")
                .then()
                .body("id", not(equalTo(first)));
        anna().header("Idempotency-Key", key)
                .body("{\"name\":\"Other Ltd\"}")
                .post("/v1/customers")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency.key-reused"));
    }

    @Test
    void repeatsNoAnswerOfWorkThatChangedNothingToWhoeverMayNoLongerSeeTheRecord() {
        var own = Tokens.own("anna", "customer:write", "customer:assign");
        var path = "/v1/customers/" + create("Unchanged Ltd");
        var key = UUID.randomUUID().toString();
        sameAgain(own, key, path).statusCode(200).header("ETag", "\"1\"");
        as(own).body("{\"owner\":\"ben\"}").post(path + "/assign").then().statusCode(200);
        sameAgain(own, key, path).statusCode(404);
        sameAgain(Tokens.all("anna", "customer:write"), key, path)
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
    }

    private static ValidatableResponse sameAgain(String token, String key, String path) {
        return as(token)
                .header("Idempotency-Key", key)
                .contentType(PATCH)
                .body("{\"industry\":\"65\"}")
                .patch(path)
                .then();
    }

    @Test
    void numbersContactsByTheRuleOfTheCompany() {
        var rules = "/v1/customers/number-rules";
        anna().get(rules)
                .then()
                .statusCode(200)
                .body("items.key", contains("contacts", "customers"))
                .body("items[1].text", equalTo("C"))
                .body("items[1].period", equalTo("DAILY"));
        var rule = "{\"text\":\"LXR-\",\"datePattern\":\"yyyy-\",\"width\":6,\"period\":\"%s\"}";
        anna().body(rule.formatted("YEARLY")).put(rules + "/contacts").then().statusCode(403);
        var admin = Tokens.all("anna", "customer:admin", "contact:write");
        as(admin).body(rule.formatted("YEARLY")).put(rules + "/others").then().statusCode(404);
        as(admin)
                .body(rule.formatted("DAILY"))
                .put(rules + "/contacts")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("datePattern"))
                .body("errors[0].code", equalTo("number-rule.period"));
        as(admin)
                .body(rule.formatted("YEARLY"))
                .put(rules + "/contacts")
                .then()
                .statusCode(200)
                .body("key", equalTo("contacts"))
                .body("updatedBy", equalTo("anna"));
        as(admin)
                .body("{\"name\":\"Numbered\"}")
                .post("/v1/contacts")
                .then()
                .statusCode(201)
                .body("number", matchesPattern("LXR-\\d{4}-\\d{6}"));
    }

    @Test
    void listsByKeyWithFilterSortAndSearch() {
        var tag = "T" + UUID.randomUUID().toString().substring(0, 8);
        for (var index = 0; index < 5; index++) {
            anna().body("{\"name\":\"%s %d\",\"country\":\"DE\",\"city\":\"%s\",\"employees\":%d}"
                            .formatted(tag, index, tag, index / 2))
                    .post("/v1/customers")
                    .then()
                    .statusCode(201);
        }
        var path = "/v1/customers?filter=city==" + tag + "&sort=-employees,name&limit=2&count=exact";
        var page = anna().get(path)
                .then()
                .body("items.name", contains(tag + " 4", tag + " 2"))
                .body("count.value", equalTo(5))
                .extract();
        var link = page.header("Link");
        assertThat(link).contains("rel=\"next\"");
        page = anna().get(path + "&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.name", contains(tag + " 3", tag + " 0"))
                .extract();
        anna().get(path + "&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.name", contains(tag + " 1"))
                .body("nextCursor", nullValue());
        anna().get("/v1/customers?q=" + tag + "&filter=employees=ge=1;name!=*4")
                .then()
                .body("items", hasSize(2));
        anna().get("/v1/customers?filter=nme==x").then().statusCode(400).body("detail", containsString("name"));
        anna().get("/v1/customers?filter=employees==x").then().statusCode(400).body("code", equalTo("filter.value"));
        anna().get("/v1/customers?filter=name=").then().statusCode(400).body("code", equalTo("filter.malformed"));
        anna().get("/v1/customers?sort=phone").then().statusCode(400).body("code", equalTo("sort.field"));
        anna().get("/v1/customers?limit=500").then().statusCode(400);
        anna().get("/v1/customers?cursor=abc").then().statusCode(400).body("code", equalTo("cursor.invalid"));
        anna().get("/v1/customers?page=2").then().statusCode(400).body("errors.field", hasItem("page"));
    }

    @Test
    void upsertsByTheKeyOfAnotherSystem() {
        var path = "/v1/customers/by-external?source=erp&externalId=" + UUID.randomUUID();
        String id = anna().body("{\"name\":\"Erp Ltd\"}")
                .put(path)
                .then()
                .statusCode(201)
                .header("Upsert-Result", "created")
                .extract()
                .path("id");
        anna().body("{\"name\":\"Erp Ltd\"}").put(path).then().statusCode(200).header("Upsert-Result", "unchanged");
        anna().body("{\"name\":\"Erp Limited\"}")
                .put(path)
                .then()
                .statusCode(200)
                .header("Upsert-Result", "updated")
                .body("id", equalTo(id));
        as(Tokens.own("ben", "customer:write"))
                .body("{\"name\":\"Erp Ltd\"}")
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("external-id.taken"));
    }

    @Test
    void keepsGroupsFreeOfCycles() {
        var top = create("Group");
        var middle = create("Subsidiary");
        var bottom = create("Branch");
        anna().body("{\"customerId\":\"%s\",\"relation\":\"SUBSIDIARY\",\"share\":0.51}".formatted(top))
                .put("/v1/customers/" + middle + "/parent")
                .then()
                .statusCode(200)
                .body("parentId", equalTo(top));
        anna().body("{\"customerId\":\"%s\"}".formatted(middle))
                .put("/v1/customers/" + bottom + "/parent")
                .then()
                .statusCode(200);
        anna().body("{\"customerId\":\"%s\"}".formatted(bottom))
                .put("/v1/customers/" + top + "/parent")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.parent-cycle"));
        anna().get("/v1/customers/" + bottom + "/hierarchy")
                .then()
                .body("id", equalTo(top))
                .body("children[0].id", equalTo(middle))
                .body("children[0].children[0].id", equalTo(bottom));
        anna().delete("/v1/customers/" + middle).then().statusCode(409).body("code", equalTo("customer.in-use"));
    }

    @Test
    void deletesIntoTheRecycleBin() {
        var id = create("Gone Ltd");
        anna().delete("/v1/customers/" + id).then().statusCode(204);
        anna().get("/v1/customers/" + id).then().statusCode(404);
        anna().get("/v1/customers?filter=id==" + id).then().body("items", hasSize(0));
        anna().post("/v1/customers/" + id + "/restore").then().statusCode(200);
        anna().get("/v1/customers/" + id).then().statusCode(200).body("version", equalTo(3));
    }
}
