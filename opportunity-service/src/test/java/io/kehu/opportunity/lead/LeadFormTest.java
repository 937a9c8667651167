package io.kehu.opportunity.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.problem.Unavailable;
import io.kehu.platform.web.AddressAllowance;
import io.kehu.platform.web.StoredAnswers;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadFormTest {

    @Inject
    LeadForms forms;

    @Inject
    LeadTerms terms;

    @Inject
    LeadDuplicateFinder finder;

    @Inject
    AddressAllowance allowance;

    @Inject
    Numbers numbers;

    @Inject
    EventLog events;

    @Inject
    AutoAssignment assignment;

    @Inject
    LateAssignment late;

    @Inject
    StoredAnswers answers;

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
    void asksNobodyForTheCompanysOwnFields() {
        var field = "{\"zh\":\"评级\",\"en\":\"Grade\",\"kind\":\"TEXT\",\"required\":%s}";
        var path = "/v1/leads/custom-fields/grade";
        anna().body(field.formatted(true)).put(path).then().statusCode(200);
        var key = form("");
        send(key, LeadSamples.phone(), null, "").then().statusCode(202);
        anna().body(field.formatted(false)).put(path).then().statusCode(200);
        anna().get("/v1/leads?filter=form==" + key).then().body("items", hasSize(1));
    }

    @Test
    void takesWhatIsSentTwiceUnderOneKeyOnce() {
        var key = form("");
        var once = UUID.randomUUID().toString();
        var phone = LeadSamples.phone();
        send(key, phone, once).then().statusCode(202).body(is(""));
        send(key, phone, once).then().statusCode(202).body(is("")).header("Idempotency-Replayed", "true");
        send(key, LeadSamples.phone(), once).then().statusCode(422).body("code", equalTo("idempotency.key-reused"));
        anna().get("/v1/leads?filter=form==" + key).then().body("items", hasSize(1));
    }

    private static Response send(String key, String phone, String once) {
        return given().contentType("application/json")
                .header("Idempotency-Key", once)
                .body("{\"person\":\"欧阳小明\",\"phone\":\"%s\"}".formatted(phone))
                .post("/v1/lead-forms/" + key + "/submissions");
    }

    @Test
    void keepsALeadForLaterWhileNobodyCanSayWhoThereIs() {
        var key = form("");
        var away = new LeadCandidates(assignment) {
            @Override
            Candidates of(LeadFields fields) {
                throw new Unavailable("service.unavailable");
            }
        };
        new SubmissionService(forms, terms, finder, allowance, numbers, events, away, assignment, late, answers)
                .submit(
                        key,
                        null,
                        "192.0.2.1",
                        new LeadSubmission("欧阳小明", null, LeadSamples.phone(), null, null, null, null, null, null));
        anna().get("/v1/leads?filter=form==" + key).then().body("items.owner", contains(Lead.NOBODY));
        anna().body("""
                        {"name":"later","subject":"LEADS","position":1,"sources":["%s"],"team":"/sales","members":["dora"],"method":"ROUND_ROBIN"}""".formatted(key))
                .put("/v1/assignment-rules/" + key)
                .then()
                .statusCode(200);
        late.assign();
        anna().get("/v1/leads?filter=form==" + key)
                .then()
                .body("items.owner", contains("dora"))
                .body("items.status", contains("ASSIGNED"));
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
