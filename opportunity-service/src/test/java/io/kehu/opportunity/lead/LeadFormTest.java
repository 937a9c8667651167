package io.kehu.opportunity.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadFormTest {

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all("anna", "lead:read", "lead:write", "lead:admin", "pii:read"))
                .contentType("application/json");
    }

    private static String form(String settings) {
        var key = "form-" + UUID.randomUUID();
        anna().body("{\"name\":\"官网\",\"source\":\"%s\",\"team\":\"/sales\"%s}".formatted(key, settings))
                .put("/v1/lead-forms/" + key)
                .then()
                .statusCode(200)
                .body("key", equalTo(key));
        return key;
    }

    private static Response send(String key, String phone, String origin, String more) {
        var request = given().contentType("application/json")
                .body("{\"person\":\"欧阳小明\",\"phone\":\"%s\"%s}".formatted(phone, more));
        return (origin == null ? request : request.header("Origin", origin))
                .post("/v1/lead-forms/" + key + "/submissions");
    }

    @Test
    void makesALeadOfWhatAnybodySends() {
        var key = form("");
        var phone = LeadSamples.phone();
        send(key, phone, null, ",\"company\":\"云帆\",\"message\":\"请回电\"")
                .then()
                .statusCode(202)
                .body(is(""));
        anna().get("/v1/leads?filter=form==" + key)
                .then()
                .body("items", hasSize(1))
                .body("items[0].owner", equalTo(Lead.NOBODY))
                .body("items[0].team", equalTo("/sales"))
                .body("items[0].source", equalTo(key))
                .body("items[0].phone", equalTo(phone))
                .body("items[0].remark", equalTo("请回电"));
    }

    @Test
    void saysTheSameWhetherTheLeadIsThereAlreadyOrNot() {
        var key = form("");
        var phone = LeadSamples.phone();
        var first = send(key, phone, null, "");
        var second = send(key, phone, null, "");
        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void takesNothingForAnUnknownOrInactiveFormOrAnotherOrigin() {
        send("no-such-form", LeadSamples.phone(), null, "").then().statusCode(404);
        send(form(",\"active\":false"), LeadSamples.phone(), null, "").then().statusCode(404);
        var key = form(",\"allowedOrigins\":[\"https://www.example.com\"]");
        send(key, LeadSamples.phone(), "https://evil.example.net", "").then().statusCode(404);
        send(key, LeadSamples.phone(), null, "").then().statusCode(404);
        send(key, LeadSamples.phone(), "https://www.example.com", "").then().statusCode(202);
    }

    @Test
    void keepsTheConsentThatItAsksFor() {
        var key = form(",\"consentText\":\"同意被联系\"");
        send(key, LeadSamples.phone(), null, "").then().statusCode(422).body("errors[0].field", equalTo("consent"));
        send(key, LeadSamples.phone(), null, ",\"consent\":true").then().statusCode(202);
        anna().get("/v1/leads?filter=form==" + key)
                .then()
                .body("items[0].consents.purpose", hasItem("lead-form:" + key));
    }

    @Test
    void isLimitedPerFormAndAddress() {
        var key = form(",\"perMinute\":2");
        send(key, LeadSamples.phone(), null, "").then().statusCode(202);
        send(key, LeadSamples.phone(), null, "").then().statusCode(202);
        var third = send(key, LeadSamples.phone(), null, "");
        third.then().statusCode(429);
        assertThat(third.header("Retry-After")).isNotNull();
        send(form(""), LeadSamples.phone(), null, "").then().statusCode(202);
    }

    @Test
    void refusesWhatCannotBeStored() {
        anna().body("{\"name\":\"a\\u0000b\",\"source\":\"x\"}")
                .put("/v1/lead-forms/unstorable")
                .then()
                .statusCode(400)
                .body("code", equalTo("text.unstorable"));
    }

    @Test
    void isManagedByWhoeverMay() {
        given().auth()
                .oauth2(Tokens.all("ben", "lead:read", "lead:write"))
                .contentType("application/json")
                .body("{\"name\":\"x\",\"source\":\"y\"}")
                .put("/v1/lead-forms/mine")
                .then()
                .statusCode(403);
        given().get("/v1/lead-forms").then().statusCode(401);
        given().contentType("application/json").get("/v1/leads").then().statusCode(401);
    }
}
