package io.kehu.customer.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.ContactEvent;
import io.kehu.events.ContactState;
import io.kehu.events.Context;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactErasureTest {

    private static final String REASON = "{\"reason\":\"Request of the person\"}";

    @Inject
    AgroalDataSource database;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "contact:read",
                "contact:write",
                "contact:delete",
                "contact:import",
                "contact:export",
                "contact:admin",
                "pii:read"));
    }

    private static String create(String key) {
        var request = anna().body("""
                {"name":"欧阳小明","salutation":"先生","title":"CTO","phone":"13812345678","email":"ouyang@example.com",
                 "remark":"Likes tea","roles":["TECHNICAL"],"department":"Laboratory","preferences":{"language":"zh-Hant"}}""");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/v1/contacts").then().statusCode(201).extract().path("id");
    }

    private static void changePhone(String id) {
        anna().contentType("application/merge-patch+json")
                .body("{\"phone\":\"13900000000\"}")
                .patch("/v1/contacts/" + id)
                .then()
                .statusCode(200);
    }

    private long count(String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void destroysWhoAContactIsNowAndInItsPast() throws SQLException {
        var id = create(UUID.randomUUID().toString());
        var path = "/v1/contacts/" + id;
        changePhone(id);
        var between = Instant.now();
        anna().body(REASON)
                .post(path + "/erase")
                .then()
                .statusCode(200)
                .body("erased", equalTo(true))
                .body("name", nullValue())
                .body("title", nullValue())
                .body("active", equalTo(false))
                .body("version", equalTo(3));

        anna().get(path).then().statusCode(200).body("phone", nullValue()).body("erased", equalTo(true));
        anna().accept("text/csv")
                .get("/v1/contacts?filter=id==" + path.substring(path.lastIndexOf('/') + 1))
                .then()
                .statusCode(200);
        anna().get(path + "?asOf=" + between)
                .then()
                .statusCode(200)
                .body("name", nullValue())
                .body("phone", nullValue())
                .body("version", equalTo(2));
        anna().get(path + "/history")
                .then()
                .body("items.type", contains("contact.erased", "contact.updated", "contact.created"))
                .body("items.toString()", not(containsString("1390000")))
                .body("items.toString()", not(containsString("欧阳")));
        var past = "select count(*) from event where aggregate_id = ? and event::text ~ 'CTO|TECHN|Labor|Hant'";
        assertThat(count(past, id)).isZero();
        assertThat(count("select count(*) from subject_key where subject_id = ?", id))
                .isZero();
        assertThat(count("select count(*) from stored_answer where ? = any (aggregate_ids)", id))
                .isZero();
        assertThat(count(
                        "select num_nonnulls(name, salutation, title, department, phone_sealed, phone_exact,"
                                + " phone_last_digits, email_sealed, email_exact, remark) from contact where id = ?",
                        id))
                .isZero();
        anna().get("/v1/contacts?filter=phone==13900000000;id==" + id).then().body("items", hasSize(0));
    }

    @Test
    void forgetsTheAnswerOfABatchWithTheSecondOfItsRecords() throws SQLException {
        List<String> ids = anna().header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"items":[{"operation":"CREATE","fields":{"name":"First"}},
                        {"operation":"CREATE","fields":{"name":"Second"}}]}
                        """)
                .post("/v1/contacts/batch?atomic=true")
                .then()
                .statusCode(207)
                .extract()
                .path("items.id");
        var stored = "select count(*) from stored_answer where ? = any (aggregate_ids)";
        assertThat(count(stored, ids.getLast())).isEqualTo(1);
        anna().body(REASON)
                .post("/v1/contacts/" + ids.getLast() + "/erase")
                .then()
                .statusCode(200);
        assertThat(count(stored, ids.getFirst())).isZero();
    }

    @Test
    void forgetsTheAnswerOfWorkThatChangedNothing() throws SQLException {
        var id = create(null);
        anna().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/merge-patch+json")
                .body("{\"phone\":\"13812345678\"}")
                .patch("/v1/contacts/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        var stored = "select count(*) from stored_answer where ? = any (aggregate_ids)";
        assertThat(count(stored, id)).isEqualTo(1);
        anna().body(REASON).post("/v1/contacts/" + id + "/erase").then().statusCode(200);
        assertThat(count(stored, id)).isZero();
    }

    @Test
    void tellsTheWorldThatAContactIsErased() {
        var id = create(null);
        anna().body(REASON).post("/v1/contacts/" + id + "/erase").then().statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.CUSTOMER.topic(), UUID.fromString(id));
            assertThat(events).hasSize(2);
            assertThat(events.getLast().data()).isEqualTo(new ContactEvent.Erased());
            var state = (ContactState) events.getLast().state();
            assertThat(state.erased()).isTrue();
            assertThat(state.title()).isNull();
        });
    }

    @Test
    void letsNobodyFillAnErasedContactAgain() {
        var source = "erase-" + UUID.randomUUID();
        importContact(source, "欧阳小明");
        String id = anna().get("/v1/contacts?q=欧阳小明&limit=1").path("items[0].id");
        anna().body(REASON).post("/v1/contacts/" + id + "/erase").then().statusCode(200);
        anna().contentType("application/merge-patch+json")
                .body("{\"name\":\"欧阳小明\"}")
                .patch("/v1/contacts/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("contact.erased"));
        anna().body(REASON).post("/v1/contacts/" + id + "/erase").then().statusCode(409);
        assertThat(importContact(source, "欧阳小明")).isEqualTo(1);
        anna().get("/v1/contacts/" + id).then().body("name", nullValue());
        anna().delete("/v1/contacts/" + id).then().statusCode(204);
    }

    @Test
    void takesAContactOutOfErrorFiles() {
        var location = started("errors-" + UUID.randomUUID(), """
                externalId,name,phone,active
                p1,Somebody,13812345678,perhaps
                p2,Li,13700000000,perhaps
                """);
        anna().get(location + "/errors").then().body(containsString("13812345678"), containsString("13700000000"));
        var id = create(null);
        changePhone(id);
        anna().body(REASON).post("/v1/contacts/" + id + "/erase").then().statusCode(200);
        anna().get(location + "/errors")
                .then()
                .body(not(containsString("13812345678")))
                .body(containsString("13700000000"));
    }

    /** How many rows were rejected. */
    private static int importContact(String source, String name) {
        var location = started(source, "externalId,name,phone\np1," + name + ",13900001111\n");
        return anna().get(location).jsonPath().getInt("rejected");
    }

    private static String started(String source, String file) {
        var location = given().auth()
                .oauth2(Tokens.all("anna", "contact:import", "pii:read"))
                .multiPart("file", "rows.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("mode", "upsert")
                .multiPart("mapping", "{\"constants\":{\"externalSource\":\"%s\"}}".formatted(source))
                .post("/v1/contacts/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna().get(location).jsonPath().getString("status").equals("COMPLETED"));
        return location;
    }

    @Test
    void erasesOnlyForWhoeverMay() {
        var id = create(null);
        var path = "/v1/contacts/" + id + "/erase";
        as(Tokens.all("ben", "contact:write", "pii:read"))
                .body(REASON)
                .post(path)
                .then()
                .statusCode(403);
        as(Tokens.all("ben", "contact:delete")).body(REASON).post(path).then().statusCode(403);
        as(Tokens.own("ben", "contact:delete", "pii:read"))
                .body(REASON)
                .post(path)
                .then()
                .statusCode(404);
        anna().body("{}").post(path).then().statusCode(400);
        anna().header("If-Match", "\"7\"").body(REASON).post(path).then().statusCode(412);
        anna().delete("/v1/contacts/" + id).then().statusCode(204);
        anna().body(REASON).post(path).then().statusCode(200);
    }

    @Test
    void handsOverAllThatIsKeptOfAPerson() {
        var id = create(null);
        as(Tokens.all("gina", "contact:read", "pii:reveal"))
                .body("{\"field\":\"email\",\"reason\":\"Send the offer\"}")
                .post("/v1/contacts/" + id + "/reveal")
                .then()
                .statusCode(200)
                .body("value", equalTo("ouyang@example.com"));
        var path = "/v1/contacts/" + id + "/personal-data";
        anna().get(path + "?reason=Letter of the person")
                .then()
                .statusCode(200)
                .body("contact.name", equalTo("欧阳小明"))
                .body("contact.phone", equalTo("+8613812345678"))
                .body("history[0].changes.find { it.field == 'remark' }.to", equalTo("Likes tea"))
                .body("accesses.action", contains("EXPORTED", "REVEALED"));
        anna().get(path).then().statusCode(400);
        as(Tokens.all("ben", "contact:export"))
                .get(path + "?reason=Curious")
                .then()
                .statusCode(403);
        as(Tokens.own("ben", "contact:export", "pii:read"))
                .get(path + "?reason=Curious")
                .then()
                .statusCode(404);
        anna().get("/v1/contacts/" + id + "/access-log").then().body("items", hasSize(2));
    }
}
