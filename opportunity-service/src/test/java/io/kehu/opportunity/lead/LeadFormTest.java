package io.kehu.opportunity.lead;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.problem.Unavailable;
import io.kehu.platform.web.AddressAllowance;
import io.kehu.platform.web.StoredAnswers;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    @Inject
    EntityManager entities;

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all("anna", "lead:read", "lead:write", "lead:admin", "pii:read"))
                .contentType("application/json");
    }

    /** By the key of the form. */
    private static final Map<String, String> API_KEYS = new ConcurrentHashMap<>();

    private static String submissions(String key) {
        return "/v1/lead-forms/" + API_KEYS.getOrDefault(key, key) + "/submissions";
    }

    private static String form(String settings) {
        var key = "form-" + UUID.randomUUID();
        String apiKey = anna().body(
                        "{\"name\":\"官网\",\"source\":\"%s\",\"team\":\"/sales\"%s}".formatted(key, settings))
                .put("/v1/lead-forms/" + key)
                .then()
                .statusCode(200)
                .body("key", equalTo(key))
                .extract()
                .path("apiKey");
        API_KEYS.put(key, apiKey);
        return key;
    }

    private static Response send(String key, String phone, String origin, String more) {
        var request = given().contentType("application/json")
                .body("{\"person\":\"欧阳小明\",\"phone\":\"%s\"%s}".formatted(phone, more));
        return (origin == null ? request : request.header("Origin", origin)).post(submissions(key));
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
                .post(submissions(key));
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
                        API_KEYS.get(key),
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
    void isSentByAKeyThatNobodyCanGuessAndThatCanBeChanged() {
        var key = form("");
        var path = "/v1/lead-forms/" + key;
        var first = API_KEYS.get(key);
        assertThat(first).hasSize(32);
        anna().get(path).then().body("apiKey", nullValue());
        anna().body("{\"name\":\"x\",\"source\":\"y\"}")
                .put(path)
                .then()
                .statusCode(200)
                .body("apiKey", nullValue());
        API_KEYS.remove(key);
        send(key, LeadSamples.phone(), null, "").then().statusCode(404);
        String second =
                anna().post(path + "/key").then().statusCode(200).extract().path("apiKey");
        API_KEYS.put(key, first);
        send(key, LeadSamples.phone(), null, "").then().statusCode(404);
        API_KEYS.put(key, second);
        send(key, LeadSamples.phone(), null, "").then().statusCode(202);
        anna().post("/v1/lead-forms/no-such-form/key").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.all("ben", "lead:read", "lead:write"))
                .contentType("application/json")
                .post(path + "/key")
                .then()
                .statusCode(403);
    }

    @Test
    void goesByItsOwnKeyIfItIsFromBeforeThereWereOthers() {
        var key = form("");
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("delete from lead_form_key where form = :form")
                        .setParameter("form", key)
                        .executeUpdate());
        API_KEYS.remove(key);
        send(key, LeadSamples.phone(), null, "").then().statusCode(202);
    }

    @Test
    void tellsBrowsersWhichPagesMaySendIt() {
        var page = "https://www.example.com";
        var key = form(",\"allowedOrigins\":[\"%s\"]".formatted(page));
        given().header("Origin", page)
                .header("Access-Control-Request-Method", "POST")
                .options(submissions(key))
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", page)
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", containsString("content-type"));
        given().header("Origin", "https://evil.example.net")
                .options(submissions(key))
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", nullValue());
        send(key, LeadSamples.phone(), page, "")
                .then()
                .statusCode(202)
                .header("Access-Control-Allow-Origin", page)
                .header("Vary", containsString("Origin"));
        send(key, "no phone", page, "").then().statusCode(400).header("Access-Control-Allow-Origin", page);
        send(key, LeadSamples.phone(), page, ",\"colour\":1")
                .then()
                .statusCode(400)
                .header("Access-Control-Allow-Origin", page);
    }

    @Test
    void takesWhatAPageSendsWithoutAScript() {
        var key = form(",\"consentText\":\"同意被联系\"");
        encoded("欧阳小明", LeadSamples.phone(), "interests=CRM&interests=ERP&consent=on&email=", key)
                .then()
                .statusCode(202);
        anna().get("/v1/leads?filter=form==" + key)
                .then()
                .body("items[0].interests", containsInAnyOrder("CRM", "ERP"))
                .body("items[0].email", nullValue());
        encoded("欧阳小明", "no phone", "consent=on", key).then().statusCode(400).body("errors.field", contains("phone"));
        encoded("欧阳小明", LeadSamples.phone(), "consent=on&colour=red", key)
                .then()
                .statusCode(400)
                .body("errors.field", contains("colour"));
        encoded("欧阳小明", LeadSamples.phone(), "", key).then().statusCode(422);
    }

    private static Response encoded(String person, String phone, String more, String key) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("person=" + URLEncoder.encode(person, UTF_8) + "&phone=" + URLEncoder.encode(phone, UTF_8) + "&"
                        + more)
                .post(submissions(key));
    }

    @Test
    void isLimitedFromAllAddressesTogether() {
        var key = form(",\"totalPerMinute\":1");
        send(key, LeadSamples.phone(), null, "").then().statusCode(202);
        send(key, LeadSamples.phone(), null, "").then().statusCode(429);
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
