package io.kehu.customer.duplicate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuplicateTest {

    private final String mark = UUID.randomUUID().toString().replace("-", "");

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.all("anna", "customer:read", "customer:write"));
    }

    private RequestSpecification rep() {
        return as(Tokens.own(mark, "customer:read", "customer:write"));
    }

    private static ValidatableResponse create(RequestSpecification by, String query, String name, String fields) {
        return by.body("{\"name\":\"%s\"%s}".formatted(name, fields))
                .post("/v1/customers" + query)
                .then();
    }

    @Test
    void refusesWhatIsLikelyThereAndTellsOnlyWhatMayBeSeen() {
        var place = ",\"province\":\"440000\",\"city\":\"440300\"";
        var first = create(anna(), "", mark + " 有限公司", place)
                .statusCode(201)
                .extract()
                .path("id");
        create(anna(), "", "（" + mark + "）股份有限公司", place)
                .statusCode(409)
                .body("code", equalTo("customer.duplicate"))
                .body("details.items.id", contains(first.toString()))
                .body("details.items[0].reasons", contains("NAME"))
                .body("details.others", equalTo(0));
        create(rep(), "", mark, place)
                .statusCode(409)
                .body("details.items", empty())
                .body("details.others", equalTo(1));
        var second = create(anna(), "?onDuplicate=create", mark, place)
                .statusCode(201)
                .extract()
                .path("id");
        anna().get("/v1/customers/" + second + "/duplicates")
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString()));
        create(anna(), "?onDuplicate=maybe", mark, place).statusCode(400);
    }

    @Test
    void findsNamesakesOfWhatIsStillToBeMade() {
        var there = create(anna(), "", mark + " 有限公司", ",\"province\":\"440000\",\"city\":\"440300\"")
                .statusCode(201)
                .extract()
                .path("id");
        var wanted = "{\"name\":\"%s 股份有限公司\",\"type\":\"COMPANY\"}".formatted(mark);
        anna().body(wanted)
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(200)
                .body("items.id", contains(there.toString()))
                .body("items[0].reasons", contains("NAME"))
                .body("others", equalTo(0));
        rep().body(wanted)
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("others", equalTo(1));
        as(Tokens.all("anna", "customer:read"))
                .body(wanted)
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(403);
    }

    @Test
    void letsPhonesBeGuessedAFewTimesOnly() {
        var guess = "{\"name\":\"%s\",\"phone\":\"%s\"}".formatted(mark, phone());
        for (var asked = 0; asked < 60; asked++) {
            rep().body(guess).post("/v1/customers/duplicates").then().statusCode(200);
        }
        rep().body(guess)
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(429)
                .body("code", equalTo("search.sealed-limit"));
        String own = create(rep(), "", mark, ",\"phone\":\"%s\"".formatted(phone()))
                .statusCode(201)
                .extract()
                .path("id");
        rep().get("/v1/customers/" + own + "/duplicates").then().statusCode(429);
        create(rep(), "", mark, ",\"phone\":\"%s\"".formatted(phone())).statusCode(429);
        create(rep(), "?onDuplicate=create", mark, ",\"phone\":\"%s\"".formatted(phone()))
                .statusCode(201);
        create(rep(), "", mark, "").statusCode(201);
        anna().get("/v1/customers/" + own + "/duplicates").then().statusCode(200);
        as(Tokens.own(mark, "customer:write", "pii:read"))
                .body(guess)
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(200);
        rep().body("{\"name\":\"%s\"}".formatted(mark))
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(200);
    }

    private String phone() {
        return "138" + String.format("%08d", Math.abs(mark.hashCode()) % 100_000_000);
    }

    @Test
    void takesTheSameNameElsewhereForAnother() {
        create(anna(), "", mark, ",\"province\":\"440000\",\"city\":\"440300\"").statusCode(201);
        create(anna(), "", mark, ",\"province\":\"440000\",\"city\":\"440100\"").statusCode(201);
        create(anna(), "", mark, "").statusCode(201);
    }

    @Test
    void findsCandidatesByPhoneDomainAndLikeness() {
        var phone = phone();
        var domain = mark + ".example";
        var id = create(
                        anna(),
                        "",
                        "Far Hills " + mark,
                        ",\"phone\":\"%s\",\"email\":\"a@%s\"".formatted(phone, domain))
                .statusCode(201)
                .extract()
                .path("id");
        String byPhone = create(anna(), "", "Something else " + UUID.randomUUID(), ",\"phone\":\"%s\"".formatted(phone))
                .statusCode(201)
                .extract()
                .path("id");
        String byDomain = create(anna(), "", "Unlike " + UUID.randomUUID(), ",\"email\":\"b@%s\"".formatted(domain))
                .statusCode(201)
                .extract()
                .path("id");
        String alike = create(anna(), "", "Far Hill " + mark + " Ltd", "")
                .statusCode(201)
                .extract()
                .path("id");
        create(rep(), "", "Far Hillz " + mark, "").statusCode(201);
        anna().get("/v1/customers/" + id + "/duplicates")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(byPhone))
                .body("items.find { it.id == '%s' }.reasons".formatted(byPhone), contains("PHONE"))
                .body("items.find { it.id == '%s' }.reasons".formatted(byDomain), contains("EMAIL_DOMAIN"))
                .body("items.find { it.id == '%s' }.reasons".formatted(alike), containsInAnyOrder("SIMILAR_NAME"));
        as(Tokens.own("anna", "customer:read"))
                .get("/v1/customers/" + id + "/duplicates")
                .then()
                .body("others", equalTo(1));
    }
}
