package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonalDataTest {

    private static final String PATCH = "application/merge-patch+json";

    @Inject
    AgroalDataSource database;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(
                Tokens.all("anna", "customer:read", "customer:write", "customer:import", "customer:admin", "pii:read"));
    }

    /** Sees all rows, masked. */
    private static RequestSpecification masked(String username) {
        return as(Tokens.all(username, "customer:read", "customer:write"));
    }

    private static String newPhone() {
        return "139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
    }

    private static String create(String phone, String email) {
        return anna().body("{\"name\":\"Sealed Ltd\",\"phone\":\"%s\",\"email\":\"%s\"}".formatted(phone, email))
                .post("/v1/customers?onDuplicate=create")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void finds(RequestSpecification caller, String parameter, String text, String id) {
        caller.queryParam(parameter, text)
                .get("/v1/customers")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    /** The row of a table as text, bytes as they are. */
    private String stored(String table, String column, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select convert_from(convert_to(" + table
                        + "::text, 'UTF8'), 'UTF8'), encode(phone_sealed, 'escape') from " + table + " where " + column
                        + " = ?")) {
            statement.setObject(1, UUID.fromString(id));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1) + row.getString(2);
            }
        }
    }

    @Test
    void storesNoPhoneAndNoAddressInClear() throws SQLException {
        var phone = newPhone();
        var id = create(phone, "li@sealed.example");
        assertThat(stored("customer", "id", id)).doesNotContain(phone, phone.substring(3), "li@sealed");
        anna().get("/v1/customers/" + id)
                .then()
                .body("phone", equalTo("+86" + phone))
                .body("email", equalTo("li@sealed.example"));
    }

    @Test
    void findsANumberInEachSpellingAndByItsEnd() {
        var phone = newPhone();
        var id = create(phone, "a-" + phone + "@Sealed.Example");
        var spaced = "+86 " + phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
        for (var filter : List.of(
                "phone==" + phone,
                "phone=='" + spaced + "'",
                "phone=in=(" + phone + ",13000000000)",
                "phone.last4==" + phone.substring(7) + ";id==" + id,
                "email==A-" + phone + "@sealed.example")) {
            finds(anna(), "filter", filter, id);
        }
        for (var text : List.of(phone, spaced, "a-" + phone + "@SEALED.example")) {
            finds(anna(), "q", text, id);
        }
        finds(anna().queryParam("filter", "id==" + id), "q", phone.substring(7), id);
        anna().queryParam("filter", "phone==" + newPhone())
                .get("/v1/customers")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void neverSortsOrRangesSealedFieldsNorRepeatsWhatWasLookedFor() {
        for (var filter : List.of("phone=gt=138", "phone!=13812341234", "email=ge=a")) {
            anna().queryParam("filter", filter)
                    .get("/v1/customers")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("filter.operator"));
        }
        anna().queryParam("filter", "phone==1381234*")
                .get("/v1/customers")
                .then()
                .statusCode(400)
                .body("code", equalTo("filter.sealed"))
                .body("detail", not(containsString("1381234")));
        anna().queryParam("sort", "phone.exact").get("/v1/customers").then().statusCode(400);
        anna().queryParam("filter", "phone.exact==1")
                .get("/v1/customers")
                .then()
                .statusCode(400);
    }

    @Test
    void limitsHowOftenMaskedNumbersMayBeGuessed() {
        var username = "guesser-" + UUID.randomUUID();
        var guesses = "phone=in=(" + "13800000000,".repeat(19) + "13800000001)";
        for (var round = 0; round < 3; round++) {
            masked(username)
                    .queryParam("filter", guesses)
                    .get("/v1/customers")
                    .then()
                    .statusCode(200);
        }
        masked(username)
                .queryParam("q", "13800000002")
                .get("/v1/customers")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("search.sealed-limit"));
        masked(username)
                .queryParam("filter", "phone.last4==0002")
                .get("/v1/customers")
                .then()
                .statusCode(200);
        anna().queryParam("q", "13800000002").get("/v1/customers").then().statusCode(200);
    }

    @Test
    void storesNoMaskByAnyDoor() {
        var phone = newPhone();
        var mask = "+86" + phone.substring(0, 3) + "****" + phone.substring(7);
        for (var caller : List.of(anna(), masked("gina"))) {
            caller.body("{\"name\":\"Mask Ltd\",\"phone\":\"%s\"}".formatted(mask))
                    .post("/v1/customers")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("phone"))
                    .body("errors[0].code", equalTo("field.masked"));
        }
        var path = "/v1/customers/by-external?source=mask&externalId=" + UUID.randomUUID();
        anna().body("{\"name\":\"Mask Ltd\",\"phone\":\"%s\"}".formatted(phone))
                .put(path)
                .then()
                .statusCode(201);
        masked("gina")
                .body("{\"name\":\"Mask Ltd\",\"phone\":\"%s\"}".formatted(mask))
                .put(path)
                .then()
                .statusCode(200)
                .header("Upsert-Result", "unchanged");
        anna().body("{\"name\":\"Mask Ltd\",\"phone\":\"130****0000\"}")
                .put(path)
                .then()
                .statusCode(422);
        String id = anna().get(path)
                .then()
                .body("phone", equalTo("+86" + phone))
                .extract()
                .path("id");
        anna().contentType(PATCH)
                .body("{\"phone\":\"130****0000\"}")
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(422);
        anna().contentType(PATCH)
                .body("{\"phone\":\"%s\"}".formatted(phone))
                .patch("/v1/customers/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void keepsRejectedRowsSealedAndTakesNoMaskFromAFile() throws SQLException {
        var phone = newPhone();
        var file = "externalId,name,phone,employees\na,Mask Ltd,138****1234,1\nb,Wrong Ltd," + phone + ",many\n";
        var location = given().auth()
                .oauth2(Tokens.all("anna", "customer:import"))
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "create")
                .post("/v1/customers/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(location).jsonPath().getString("status").equals("COMPLETED"));
        anna().get(location).then().body("rejected", equalTo(2)).body("created", equalTo(0));
        anna().get(location + "/errors").then().body(containsString("field.masked"), containsString(phone));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select string_agg(encode(sealed, 'escape'), '') from import_reject where job_id = ?")) {
            statement.setObject(1, UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
            try (var row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isNotNull().doesNotContain(phone);
            }
        }
    }

    @Test
    void revealsOneValueForAReasonThatIsKept() {
        var phone = newPhone();
        var id = create(phone, "li@sealed.example");
        var path = "/v1/customers/" + id + "/reveal";
        var body = "{\"field\":\"phone\",\"reason\":\"Call back on T1\"}";
        var agent = Tokens.all("gina", "customer:read", "pii:reveal");
        var key = UUID.randomUUID().toString();
        for (var round = 0; round < 2; round++) {
            as(agent)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("field", equalTo("phone"))
                    .body("value", equalTo("+86" + phone));
        }
        as(agent).get("/v1/customers/" + id).then().body("phone", not(containsString(phone)));
        anna().get("/v1/customers/" + id + "/access-log")
                .then()
                .statusCode(200)
                .body("items.username", contains("gina", "gina"))
                .body("items.field", contains("phone", "phone"))
                .body("items[0].action", equalTo("REVEALED"))
                .body("items[0].reason", equalTo("Call back on T1"))
                .body("items[0].traceId", notNullValue())
                .body("items[0].toString()", not(containsString(phone)));
        as(agent).get("/v1/customers/" + id + "/access-log").then().statusCode(403);
        anna().get("/v1/customers/" + id + "/access-log?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", notNullValue());
    }

    @Test
    void revealsNothingWithoutPermissionRowFieldOrReason() {
        var id = create(newPhone(), "li@sealed.example");
        var path = "/v1/customers/" + id + "/reveal";
        var body = "{\"field\":\"phone\",\"reason\":\"Call back on T1\"}";
        masked("gina").body(body).post(path).then().statusCode(403);
        as(Tokens.all("gina", "pii:reveal")).body(body).post(path).then().statusCode(403);
        as(Tokens.own("ben", "customer:read", "pii:reveal"))
                .body(body)
                .post(path)
                .then()
                .statusCode(404);
        var agent = Tokens.all("gina", "customer:read", "pii:reveal");
        as(agent)
                .body("{\"field\":\"phone\",\"reason\":\" \"}")
                .post(path)
                .then()
                .statusCode(400);
        as(agent)
                .body("{\"field\":\"remark\",\"reason\":\"Curious\"}")
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("phone, email"));
        anna().get("/v1/customers/" + id + "/access-log").then().body("items", hasSize(0));
    }

    @Test
    void keepsTheAccessLogFromBeingChanged() throws SQLException {
        var id = create(newPhone(), "li@sealed.example");
        as(Tokens.all("gina", "customer:read", "pii:reveal"))
                .body("{\"field\":\"phone\",\"reason\":\"Call back on T1\"}")
                .post("/v1/customers/" + id + "/reveal")
                .then()
                .statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql :
                    List.of("update access_log set reason = 'none'", "delete from access_log", "truncate access_log")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("only ever added to");
            }
        }
    }
}
