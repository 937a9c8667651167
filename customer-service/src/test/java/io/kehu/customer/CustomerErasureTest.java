package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Context;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerErasureTest {

    private static final String REASON = "{\"reason\":\"Request of the person\"}";
    private static final String PATCH = "application/merge-patch+json";

    @Inject
    AgroalDataSource database;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "customer:read",
                "customer:write",
                "customer:delete",
                "customer:export",
                "customer:admin",
                "pii:read"));
    }

    private static String create(String name) {
        return anna().body("""
            {"name":"%s","type":"INDIVIDUAL","phone":"13812345678","email":"ouyang@person.example","remark":"Likes tea",
             "needs":"Green tea","city":"440300","province":"440000","country":"CN","website":"ouyang.example","tags":["tea lover"],
             "addresses":[{"kind":"OFFICE","street":"Tea Lane 8"}],"invoiceTitle":{"title":"欧阳个人"}}\
            """.formatted(name))
                .post("/v1/customers?onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Everything that a table keeps of the customer, as text. */
    private String stored(String table, String column, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select coalesce(string_agg(t::text, ' '), '') from "
                        + table + " t where " + column + " = ?")) {
            statement.setObject(1, UUID.fromString(id));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void destroysWhoAnIndividualIsNowAndInItsPast() throws SQLException {
        var id = create("欧阳小明");
        var path = "/v1/customers/" + id;
        anna().contentType(PATCH)
                .body("{\"phone\":\"13900000000\"}")
                .patch(path)
                .then()
                .statusCode(200);
        var between = Instant.now();
        anna().body(REASON)
                .post(path + "/erase")
                .then()
                .statusCode(200)
                .body("erased", equalTo(true))
                .body("name", nullValue())
                .body("remark", nullValue())
                .body("type", equalTo("INDIVIDUAL"))
                .body("version", equalTo(3));
        anna().get(path).then().statusCode(200).body("phone", nullValue()).body("invoiceTitle", nullValue());
        anna().accept("text/csv")
                .get("/v1/customers?filter=id==" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .statusCode(200);
        anna().get(path + "?asOf=" + between)
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("needs", nullValue())
                .body("version", equalTo(2));
        anna().get(path + "/history")
                .then()
                .body("items.type", contains("customer.erased", "customer.updated", "customer.created"))
                .body("items.toString()", not(containsString("欧阳")))
                .body("items.toString()", not(containsString("tea")));
        assertThat(stored("customer", "id", id)).contains(id).doesNotContain("欧阳", "tea", "440300", "Tea Lane");
        assertThat(stored("event", "aggregate_id", id)).contains(id).doesNotContain("tea", "440300", "ouyang");
        assertThat(stored("subject_key", "subject_id", id)).isEmpty();
        anna().get("/v1/customers?q=欧阳小明&filter=id==" + id).then().body("items", empty());
        anna().get("/v1/customers?filter=phone==13900000000;id==" + id).then().body("items", empty());
    }

    @Test
    void tellsTheWorldThatAnIndividualIsErased() {
        var id = create("欧阳小红");
        anna().body(REASON).post("/v1/customers/" + id + "/erase").then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.CUSTOMER.topic(), UUID.fromString(id));
            assertThat(events).hasSize(2);
            assertThat(events.getLast().data()).isEqualTo(new CustomerEvent.Erased());
            var state = (CustomerState) events.getLast().state();
            assertThat(state.erased()).isTrue();
            assertThat(state.remark()).isNull();
        });
    }

    @Test
    void letsNobodyFillAnErasedIndividualAgain() {
        var path = "/v1/customers/" + create("欧阳小刚");
        anna().body(REASON).post(path + "/erase").then().statusCode(200);
        anna().contentType(PATCH)
                .body("{\"name\":\"欧阳小刚\"}")
                .patch(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.erased"));
        anna().body(REASON).post(path + "/erase").then().statusCode(409);
        anna().delete(path).then().statusCode(204);
    }

    @Test
    void leavesACompanyAlone() {
        String id = anna().body("{\"name\":\"Tea Ltd %s\"}".formatted(UUID.randomUUID()))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anna().body(REASON)
                .post("/v1/customers/" + id + "/erase")
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.no-person"));
        anna().get("/v1/customers/" + id + "/personal-data?reason=Letter")
                .then()
                .statusCode(404);
    }

    @Test
    void erasesWhatHasBeenMergedIntoThePerson() throws SQLException {
        var survivor = create("欧阳合并");
        var merged = create("欧阳合并");
        anna().body(Map.of("customers", List.of(merged)))
                .post("/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);
        anna().body(REASON).post("/v1/customers/" + survivor + "/erase").then().statusCode(200);
        assertThat(stored("customer", "id", merged)).contains(merged).doesNotContain("欧阳", "tea");
        assertThat(stored("subject_key", "subject_id", merged)).isEmpty();
    }

    @Test
    void handsOverWhatHasBeenMergedIntoThePerson() {
        var survivor = create("欧阳移交");
        var merged = create("欧阳移交");
        anna().contentType(PATCH)
                .body("{\"remark\":\"Likes coffee\"}")
                .patch("/v1/customers/" + merged)
                .then()
                .statusCode(200);
        anna().body(Map.of("customers", List.of(merged)))
                .post("/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);
        anna().get("/v1/customers/" + survivor + "/personal-data?reason=Letter")
                .then()
                .statusCode(200)
                .body("customer.remark", equalTo("Likes tea"))
                .body("history.changes.flatten().findAll { it.field == 'remark' }.to", hasItem("Likes coffee"))
                .body("accesses", hasSize(2));
    }

    @Test
    void erasesAPersonWhoIsMergedIntoWhatIsNoPersonAnyMore() throws SQLException {
        var survivor = create("欧阳公司");
        var merged = create("欧阳公司");
        anna().body(Map.of("customers", List.of(merged)))
                .post("/v1/customers/" + survivor + "/merge")
                .then()
                .statusCode(200);
        var letter = "/v1/customers/" + merged + "/personal-data?reason=Letter";
        anna().redirects().follow(false).get(letter).then().statusCode(301);
        anna().contentType(PATCH)
                .body("{\"type\":\"COMPANY\"}")
                .patch("/v1/customers/" + survivor)
                .then()
                .statusCode(200);
        anna().get(letter).then().statusCode(200).body("customer.name", equalTo("欧阳公司"));
        anna().body(REASON)
                .post("/v1/customers/" + merged + "/erase")
                .then()
                .statusCode(200)
                .body("erased", equalTo(true));
        assertThat(stored("customer", "id", merged)).contains(merged).doesNotContain("欧阳", "tea");
        assertThat(stored("subject_key", "subject_id", merged)).isEmpty();
    }

    @Test
    void erasesAndHandsOverOnlyForWhoeverMay() {
        var path = "/v1/customers/" + create("欧阳小芳");
        as(Tokens.all("ben", "customer:write", "pii:read"))
                .body(REASON)
                .post(path + "/erase")
                .then()
                .statusCode(403);
        as(Tokens.all("ben", "customer:delete"))
                .body(REASON)
                .post(path + "/erase")
                .then()
                .statusCode(403);
        as(Tokens.own("ben", "customer:delete", "pii:read"))
                .body(REASON)
                .post(path + "/erase")
                .then()
                .statusCode(404);
        anna().body("{}").post(path + "/erase").then().statusCode(400);
        as(Tokens.all("ben", "customer:export"))
                .get(path + "/personal-data?reason=Curious")
                .then()
                .statusCode(403);
        anna().get(path + "/personal-data?reason=Letter of the person")
                .then()
                .statusCode(200)
                .body("customer.name", equalTo("欧阳小芳"))
                .body("customer.phone", equalTo("+8613812345678"))
                .body("history[0].changes.find { it.field == 'remark' }.to", equalTo("Likes tea"))
                .body("accesses.action", contains("EXPORTED"));
    }
}
