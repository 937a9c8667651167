package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerBatchTest {

    private static final String ANNA = Tokens.own("batch-anna", "customer:read", "customer:write", "customer:delete");

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static ValidatableResponse send(String query, String... items) {
        return send(as(ANNA), query, items);
    }

    private static ValidatableResponse send(RequestSpecification caller, String query, String... items) {
        return caller.body("{\"items\":[%s]}".formatted(String.join(",", items)))
                .post("/v1/customers/batch" + query)
                .then();
    }

    private static String name() {
        return "Batch " + UUID.randomUUID();
    }

    private static String creating(String name) {
        return "{\"operation\":\"CREATE\",\"fields\":{\"name\":\"%s\"}}".formatted(name);
    }

    private static String updating(String id, String fields) {
        return "{\"operation\":\"UPDATE\",\"id\":\"%s\",\"fields\":%s}".formatted(id, fields);
    }

    private static String deleting(String id) {
        return "{\"operation\":\"DELETE\",\"id\":\"%s\"}".formatted(id);
    }

    private static String created() {
        return send("", creating(name())).statusCode(207).extract().path("items[0].id");
    }

    private static int count(String name) {
        return as(ANNA).get("/v1/customers?filter=name=='" + name + "'")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();
    }

    @Test
    void doesEachCommandByItselfAndTellsTheirResultsInOrder() {
        var changed = created();
        var removed = created();
        var name = name();
        send(
                        "",
                        creating(name),
                        updating(changed, "{\"remark\":\"in a batch\",\"source\":null}"),
                        creating(" "),
                        "{\"operation\":\"CREATE\",\"fields\":{\"name\":\"x\",\"nmae\":\"y\"}}",
                        updating(UUID.randomUUID().toString(), "{}"),
                        deleting(removed),
                        "{\"operation\":\"DELETE\"}")
                .statusCode(207)
                .body("items.status", contains(201, 200, 400, 400, 404, 204, 400))
                .body("items[0].location", startsWith("/v1/customers/"))
                .body("items[0].etag", equalTo("\"1\""))
                .body("items[1].id", equalTo(changed))
                .body("items[1].etag", equalTo("\"2\""))
                .body("items[2].problem.errors.field", contains("name"))
                .body("items[3].problem.errors.field", contains("nmae"))
                .body("items[4].problem.code", equalTo("not-found"))
                .body("items[5].problem", nullValue())
                .body("items[6].problem.errors.field", contains("id"));
        as(ANNA).get("/v1/customers/" + changed).then().body("remark", equalTo("in a batch"));
        as(ANNA).get("/v1/customers/" + removed).then().statusCode(404);
        assertThat(count(name)).isEqualTo(1);
    }

    @Test
    void doesNothingOfAnAtomicBatchOfWhichACommandFails() {
        var name = name();
        var changed = created();
        send(
                        "?atomic=true",
                        creating(name),
                        updating(changed, "{\"remark\":\"half done\"}"),
                        updating(UUID.randomUUID().toString(), "{}"))
                .statusCode(207)
                .body("items.status", contains(424, 424, 404))
                .body("items[0].problem.code", equalTo("batch.not-done"))
                .body("items[0].id", nullValue());
        assertThat(count(name)).isZero();
        as(ANNA).get("/v1/customers/" + changed).then().body("remark", nullValue());
        send("?atomic=true", updating(changed, "{\"remark\":\"a\"}"), deleting(changed))
                .statusCode(400)
                .body("errors[0].code", equalTo("batch.same-record"));
        send("?atomic=true", creating(name), updating(changed, "{\"remark\":\"done\"}"))
                .statusCode(207)
                .body("items.status", contains(201, 200));
        assertThat(count(name)).isEqualTo(1);
    }

    @Test
    void doesNothingTwiceForTheSameKey() {
        for (var query : new String[] {"", "?atomic=true"}) {
            var name = name();
            var key = UUID.randomUUID().toString();
            var first = send(as(ANNA).header("Idempotency-Key", key), query, creating(name), creating(name + " & Co"))
                    .statusCode(207)
                    .body("items.status", contains(201, 201))
                    .extract()
                    .<List<String>>path("items.id");
            send(as(ANNA).header("Idempotency-Key", key), query, creating(name), creating(name + " & Co"))
                    .statusCode(207)
                    .header("Idempotency-Replayed", "true")
                    .body("items.id", equalTo(first))
                    .body("items.status", contains(201, 201));
            assertThat(count(name)).isEqualTo(1);
            send(as(ANNA).header("Idempotency-Key", key), query, creating(name()))
                    .statusCode(422)
                    .body("code", equalTo("idempotency.key-reused"));
        }
    }

    @Test
    void doesUnderTheSameKeyWhatFailedBefore() {
        var id = created();
        var stale = "{\"operation\":\"UPDATE\",\"id\":\"%s\",\"version\":2,\"fields\":{\"remark\":\"later\"}}"
                .formatted(id);
        var name = name();
        var key = UUID.randomUUID().toString();
        send(as(ANNA).header("Idempotency-Key", key), "", creating(name), stale)
                .body("items.status", contains(201, 412))
                .body("items[1].problem.code", equalTo("version.stale"));
        send("", updating(id, "{\"remark\":\"now\"}")).body("items.status", contains(200));
        send(as(ANNA).header("Idempotency-Key", key), "", creating(name), stale)
                .body("items.status", contains(201, 200));
        assertThat(count(name)).isEqualTo(1);
    }

    @Test
    void judgesEachCommandAsIfItWereSentAlone() {
        var id = created();
        var ben = Tokens.own("batch-ben", "customer:read", "customer:write");
        send(as(ben), "", updating(id, "{\"remark\":\"not mine\"}"), deleting(id), creating(name()))
                .statusCode(207)
                .body("items.status", contains(404, 403, 201))
                .body("items[1].problem.code", equalTo("access.denied"));
        as(ANNA).body("{\"access\":\"READ\"}")
                .put("/v1/customers/" + id + "/collaborators?principal=batch-ben")
                .then()
                .statusCode(200);
        send(as(ben), "", updating(id, "{}"))
                .body("items.status", contains(403))
                .body("items[0].problem.code", equalTo("record.read-only"));
        var name = name();
        var alike = "{\"operation\":\"CREATE\",\"fields\":{\"name\":\"%s\",\"phone\":\"13812349876\"}}".formatted(name);
        send("", alike, alike)
                .body("items.status", contains(201, 409))
                .body("items[1].problem.code", equalTo("customer.duplicate"))
                .body("items[1].problem.details.items", hasSize(1));
        send("?onDuplicate=create", alike).body("items.status", contains(201));
        send(as(Tokens.own("batch-cora", "customer:read")), "", creating(name()))
                .statusCode(403);
    }

    @Test
    void takesTwoHundredCommandsAtMost() {
        send("", Collections.nCopies(201, creating("x")).toArray(String[]::new))
                .statusCode(400)
                .body("errors[0].field", equalTo("items"));
        send("").statusCode(400);
        as(ANNA).body("{\"items\":[{\"operation\":\"EAT\"}]}")
                .post("/v1/customers/batch")
                .then()
                .statusCode(400);
    }

    @Test
    void repeatsAnAnswerOnlyToWhoSeesAllThatItTells() {
        var key = UUID.randomUUID().toString();
        var name = name();
        var items = new String[] {creating(name), creating(name())};
        List<String> ids = send(as(ANNA).header("Idempotency-Key", key), "?atomic=true", items)
                .statusCode(207)
                .extract()
                .path("items.id");
        send(as(ANNA).header("Idempotency-Key", key), "?atomic=true", items)
                .statusCode(207)
                .body("items.id", equalTo(ids));
        as(Tokens.all("boss", "customer:write", "customer:assign"))
                .body("{\"owner\":\"somebody-else\",\"team\":\"/elsewhere\"}")
                .post("/v1/customers/" + ids.getLast() + "/assign")
                .then()
                .statusCode(200);
        send(as(ANNA).header("Idempotency-Key", key), "?atomic=true", items).statusCode(404);
    }
}
