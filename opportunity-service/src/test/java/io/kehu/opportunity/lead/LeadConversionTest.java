package io.kehu.opportunity.lead;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.CustomFields;
import io.kehu.events.Origin;
import io.kehu.opportunity.Opportunities;
import io.kehu.opportunity.lead.CustomerServiceStand.Fate;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LeadConversionTest {

    private static final ConvertLead PLAIN =
            new ConvertLead(null, null, null, null, null, null, null, null, null, null);

    @Inject
    LeadRepository leads;

    @Inject
    ConversionTable table;

    @Inject
    Opportunities opportunities;

    @Inject
    EventLog events;

    @Inject
    EntityManager entities;

    private CustomerServiceStand stand;
    private LeadConversions conversions;

    @BeforeEach
    void start() throws IOException {
        stand = new CustomerServiceStand();
        conversions = afterACrash();
    }

    /** Everything in memory is gone. */
    private LeadConversions afterACrash() {
        return new LeadConversions(
                leads, table, new CustomerServiceClient(stand.uri(), () -> "Bearer x"), opportunities, events);
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    private static RequestSpecification anna() {
        return given().auth()
                .oauth2(Tokens.all(
                        "anna",
                        "lead:read",
                        "lead:write",
                        "lead:delete",
                        "opportunity:read",
                        "opportunity:admin",
                        "pii:read"))
                .contentType("application/json");
    }

    private static <T> T asAnna(ScopedValue.CallableOp<T, RuntimeException> work) {
        return new Caller("anna", "/sales", Scope.ALL, Set.of(Caller.PERSONAL_DATA), Origin.API, null).call(work);
    }

    private static UUID qualified() {
        return qualified(LeadSamples.json(LeadSamples.phone()));
    }

    private static UUID qualified(String lead) {
        String id = anna().body(lead)
                .post("/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (var status : List.of("ASSIGNED", "CONTACTED", "QUALIFIED")) {
            anna().body("{\"status\":\"%s\"}".formatted(status))
                    .put("/v1/leads/" + id + "/status")
                    .then()
                    .statusCode(200);
        }
        return UUID.fromString(id);
    }

    private ConversionView convert(UUID lead, ConvertLead command) {
        return asAnna(() -> conversions.resume(conversions.begin(lead, command), Origin.API));
    }

    private ConversionView goOn(UUID lead) {
        var conversion =
                QuarkusTransaction.requiringNew().call(() -> table.find(lead).orElseThrow());
        return conversions.resume(conversion, Origin.AUTOMATION);
    }

    private void isConvertedOnce(UUID lead, ConversionView view) {
        assertThat(view.status()).isEqualTo(ConversionStatus.CONVERTED);
        assertThat(stand.made(lead)).isEqualTo(2);
        assertThat(stand.record("customers", lead).get("id").asText())
                .isEqualTo(view.customerId().toString());
        assertThat(stand.record("contacts", lead).get("customerId").asText())
                .isEqualTo(view.customerId().toString());
        anna().get("/v1/opportunities?filter=customerId==" + view.customerId())
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(view.opportunityId().toString()))
                .body("items[0].owner", equalTo("anna"));
        anna().get("/v1/leads/" + lead)
                .then()
                .body("status", equalTo("CONVERTED"))
                .body("convertedCustomerId", equalTo(view.customerId().toString()))
                .body("convertedContactId", equalTo(view.contactId().toString()));
        assertThat(convert(lead, PLAIN)).isEqualTo(view);
    }

    @Test
    void makesACustomerAContactAndADeal() {
        var lead = qualified();
        var view = convert(lead, PLAIN);
        isConvertedOnce(lead, view);
        var customer = stand.record("customers", lead);
        assertThat(customer.get("name").asText()).isEqualTo("云帆(上海)科技");
        assertThat(customer.get("type").asText()).isEqualTo("COMPANY");
        assertThat(customer.has("phone")).isFalse();
        assertThat(customer.get("owner").asText()).isEqualTo("anna");
        var contact = stand.record("contacts", lead);
        assertThat(contact.get("phone").asText()).startsWith("+86138");
        assertThat(contact.at("/consents/0/purpose").asText()).isEqualTo("newsletter");
        anna().get("/v1/opportunities/" + view.opportunityId())
                .then()
                .body("amount.amount", equalTo("30000.00"))
                .body("source", equalTo("WEBSITE"));
    }

    /** Requests: 1 asks for the customer, 2 makes it, 3 asks for the contact, 4 makes it. */
    @ParameterizedTest
    @CsvSource({
        "1,LOST", "1,AWAY", "1,UNANSWERED",
        "2,LOST", "2,AWAY", "2,UNANSWERED",
        "3,LOST", "3,AWAY", "3,UNANSWERED",
        "4,LOST", "4,AWAY", "4,UNANSWERED"
    })
    void goesOnWhereverCustomerServiceBreaks(int step, Fate fate) {
        var lead = qualified();
        for (var request = 1; request < step; request++) {
            stand.next(Fate.DONE);
        }
        stand.next(fate);
        var first = convert(lead, PLAIN).status();
        if (step % 2 == 0 || fate == Fate.AWAY) { // a question is asked again by the client library itself
            assertThat(first).isEqualTo(ConversionStatus.CONVERTING);
        }
        conversions = afterACrash();
        isConvertedOnce(lead, goOn(lead));
    }

    @Test
    void goesOnAfterACrashBeforeAnythingWasAsked() {
        var lead = qualified();
        asAnna(() -> conversions.begin(lead, PLAIN));
        conversions = afterACrash();
        isConvertedOnce(lead, goOn(lead));
    }

    /** The last transaction is rolled back whole; what the other service has made is found again. */
    @Test
    void goesOnAfterACrashBeforeTheLastCommit() {
        var lead = qualified();
        var crashing = new LeadConversions(
                leads, table, new CustomerServiceClient(stand.uri(), () -> "Bearer x"), null, events);
        assertThatThrownBy(() -> asAnna(() -> crashing.resume(conversions.begin(lead, PLAIN), Origin.API)))
                .isInstanceOf(NullPointerException.class);
        assertThat(stand.made(lead)).isEqualTo(2);
        anna().get("/v1/leads/" + lead).then().body("status", equalTo("QUALIFIED"));
        conversions = afterACrash();
        isConvertedOnce(lead, goOn(lead));
    }

    @Test
    void convertsOnceHoweverManyAskAtOnce() throws Exception {
        var lead = qualified();
        var work = new ArrayList<Callable<ConversionView>>();
        for (var client = 0; client < 8; client++) {
            work.add(() -> convert(lead, PLAIN));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        isConvertedOnce(lead, convert(lead, PLAIN));
    }

    @Test
    void convertsForBothWhoAskTheSameAtOnce() throws Exception {
        var lead = qualified();
        stand.race(2);
        Callable<ConversionView> work = () -> convert(lead, PLAIN);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(List.of(work, work))) {
                assertThat(done.get().status()).isEqualTo(ConversionStatus.CONVERTED);
            }
        }
        isConvertedOnce(lead, convert(lead, PLAIN));
    }

    @Test
    void refusesOtherWishesWhileItIsUnderWay() {
        var lead = qualified();
        stand.next(Fate.AWAY);
        assertThat(convert(lead, PLAIN).status()).isEqualTo(ConversionStatus.CONVERTING);
        var named = new ConvertLead(null, null, "云帆科技", null, null, null, null, null, null, null);
        assertThatThrownBy(() -> convert(lead, named))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        problem -> assertThat(problem.code()).isEqualTo("lead.converting"));
        isConvertedOnce(lead, goOn(lead));
    }

    @Test
    void tellsNothingOfThePersonInTheDeal() {
        var bare =
                "{\"name\":\"欧阳小明 来电\",\"person\":\"欧阳小明\",\"phone\":\"%s\",\"source\":\"X\",\"remark\":\"欧阳小明的手机\"%s}";
        var interested =
                convert(qualified(bare.formatted(LeadSamples.phone(), ",\"interests\":[\"ERP\",\"CRM\"]")), PLAIN);
        deal(interested).body("name", equalTo("CRM、ERP")).body("description", nullValue());
        var lead = qualified(bare.formatted(LeadSamples.phone(), ""));
        String number = anna().get("/v1/leads/" + lead).path("number");
        deal(convert(lead, PLAIN)).body("name", equalTo(number));
        deal(convert(qualified(), PLAIN)).body("name", equalTo("云帆(上海)科技"));
    }

    private static ValidatableResponse deal(ConversionView view) {
        return anna().get("/v1/opportunities/" + view.opportunityId()).then();
    }

    @Test
    void forgetsWhatWasWantedWithThePerson() {
        var lead = qualified();
        convert(lead, new ConvertLead(null, null, "欧阳小明", null, "欧阳小明", null, null, null, null, null));
        assertThat(command(lead)).contains("欧阳小明");
        anna().body("{\"reason\":\"letter\"}")
                .post("/v1/leads/" + lead + "/erase")
                .then()
                .statusCode(200);
        assertThat(command(lead)).isEqualTo("{}");
    }

    private String command(UUID lead) {
        return QuarkusTransaction.requiringNew().call(() -> (String)
                entities.createNativeQuery("select cast(command as text) from lead_conversion where lead_id = :lead")
                        .setParameter("lead", lead)
                        .getSingleResult());
    }

    @Test
    void letsNothingElseHappenMeanwhile() {
        var lead = qualified();
        stand.next(Fate.AWAY);
        convert(lead, PLAIN);
        var path = "/v1/leads/" + lead;
        var held = List.of(
                anna().body("{\"status\":\"DISQUALIFIED\",\"reason\":\"NO_NEED\"}")
                        .put(path + "/status"),
                anna().contentType("application/merge-patch+json")
                        .body("{\"score\":80}")
                        .patch(path),
                anna().delete(path),
                anna().body("{\"reason\":\"letter\"}").post(path + "/erase"));
        held.forEach(answer -> answer.then().statusCode(409).body("code", equalTo("lead.converting")));
        isConvertedOnce(lead, goOn(lead));
    }

    @Test
    void asksForWhatTheDealNeedsBeforeAnythingIsMade() {
        var team = "/t" + UUID.randomUUID();
        anna().body("""
                        {"name":"Own","chineseName":"自有","team":"%s","stages":[
                          {"code":"FIRST","name":"First","chineseName":"一","kind":"OPEN","probability":10,
                           "requiredFields":["expectedCloseDate"]},
                          {"code":"WON","name":"Won","chineseName":"赢","kind":"WON","probability":100},
                          {"code":"LOST","name":"Lost","chineseName":"输","kind":"LOST","probability":0}]}""".formatted(team))
                .put("/v1/pipelines/C"
                        + UUID.randomUUID().toString().substring(0, 8).toUpperCase())
                .then()
                .statusCode(200);
        var lead = qualified();
        anna().body("{\"owner\":\"anna\",\"team\":\"%s\"}".formatted(team))
                .post("/v1/leads/" + lead + "/assign")
                .then()
                .statusCode(200);
        assertThatThrownBy(() -> convert(lead, PLAIN)).isInstanceOf(Invalid.class);
        assertThat(stand.made(lead)).isZero();
        anna().get("/v1/leads/" + lead + "/conversion").then().statusCode(404);
        var dated = new ConvertLead(
                null, null, null, null, null, null, LocalDate.now().plusDays(9), null, null, null);
        assertThat(convert(lead, dated).status()).isEqualTo(ConversionStatus.CONVERTED);
    }

    @Test
    void fillsTheCompanysOwnFieldsOfCustomersAndContacts() {
        var lead = qualified();
        var command = new ConvertLead(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new CustomFields(Map.of("tier", "gold")),
                new CustomFields(Map.of("hobby", "chess")),
                null);
        isConvertedOnce(lead, convert(lead, command));
        assertThat(stand.record("customers", lead).at("/customFields/tier").asText())
                .isEqualTo("gold");
        assertThat(stand.record("contacts", lead).at("/customFields/hobby").asText())
                .isEqualTo("chess");
    }

    @Test
    void tellsOfCustomersThatItLikelyIs() {
        var lead = qualified();
        asAnna(() -> {
            conversions.requireNew(lead, PLAIN, "Bearer anna");
            return null;
        });
        assertThat(stand.asker()).isEqualTo("Bearer anna");
        stand.duplicates("{\"items\":[{\"name\":\"云帆科技\"}],\"others\":2}");
        assertThatThrownBy(() -> asAnna(() -> {
                    conversions.requireNew(lead, PLAIN, "Bearer anna");
                    return null;
                }))
                .isInstanceOfSatisfying(Conflict.class, problem -> {
                    assertThat(problem.code()).isEqualTo("lead.customer-duplicate");
                    assertThat(problem.details()).hasToString("{\"items\":[{\"name\":\"云帆科技\"}],\"others\":2}");
                });
        convert(lead, PLAIN);
        asAnna(() -> {
            conversions.requireNew(lead, PLAIN, "Bearer anna");
            return null;
        });
    }

    @Test
    void convertsNothingUnaskedWhileNobodyKnowsWhetherTheCustomerIsThere() {
        var lead = qualified();
        var path = "/v1/leads/" + lead;
        var converter = given().auth()
                .oauth2(Tokens.all(
                        "anna", "lead:read", "lead:write", "customer:write", "contact:write", "opportunity:write"))
                .contentType("application/json");
        converter.body("{}").post(path + "/convert").then().statusCode(503);
        anna().get(path + "/conversion").then().statusCode(404);
        converter
                .body("{}")
                .post(path + "/convert?onDuplicate=create")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONVERTING"));
    }

    @Test
    void linksToWhatIsThereAlreadyWhenTold() {
        var lead = qualified();
        var customer = UUID.randomUUID();
        var contact = UUID.randomUUID();
        var view = convert(lead, new ConvertLead(customer, contact, null, false, null, null, null, null, null, null));
        assertThat(view.status()).isEqualTo(ConversionStatus.CONVERTED);
        assertThat(view.customerId()).isEqualTo(customer);
        assertThat(view.contactId()).isEqualTo(contact);
        assertThat(view.opportunityId()).isNull();
        assertThat(stand.made(lead)).isZero();
    }

    @Test
    void saysWhatWasRefusedAndTakesAnotherTry() {
        var lead = qualified();
        stand.next(Fate.DONE, Fate.REFUSED, Fate.REFUSED);
        var refused = convert(lead, PLAIN);
        assertThat(refused.status()).isEqualTo(ConversionStatus.REFUSED);
        assertThat(refused.problem()).isEqualTo("validation.failed; source: dictionary.unknown");
        var named = new ConvertLead(null, null, "云帆科技", null, null, null, null, null, null, null);
        var view = convert(lead, named);
        isConvertedOnce(lead, view);
        assertThat(stand.record("customers", lead).get("name").asText()).isEqualTo("云帆科技");
    }

    @Test
    void leavesOutOnlyTheWordsThatCustomersDoNotKnow() {
        var lead = qualified();
        stand.next(Fate.DONE, Fate.REFUSED);
        isConvertedOnce(lead, convert(lead, PLAIN));
        assertThat(stand.record("customers", lead).has("source")).isFalse();
        assertThat(stand.record("customers", lead).has("industry")).isTrue();
    }

    @Test
    void convertsOnlyWhatIsQualified() {
        String id = anna().body(LeadSamples.json(LeadSamples.phone()))
                .post("/v1/leads")
                .path("id");
        assertThatThrownBy(() -> convert(UUID.fromString(id), PLAIN)).isInstanceOf(RuleViolation.class);
        anna().body("{}").post("/v1/leads/" + id + "/convert").then().statusCode(403);
        anna().get("/v1/leads/" + id + "/conversion").then().statusCode(404);
    }
}
