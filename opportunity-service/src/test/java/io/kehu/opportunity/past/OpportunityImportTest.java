package io.kehu.opportunity.past;

import static io.kehu.opportunity.Neighbours.anna;
import static io.kehu.opportunity.Neighbours.as;
import static io.kehu.opportunity.Neighbours.awaitKnown;
import static io.kehu.opportunity.Neighbours.customerEvent;
import static io.kehu.opportunity.Neighbours.productEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.events.Context;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.Origin;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpportunityImportTest {

    private static final Path SALES = Path.of("../../shared/data/crm-sales-opportunities");
    private static final String IMPORTS = "/v1/opportunities/imports";
    private static final String HEADINGS =
            "externalId,name,owner,team,customer,product,stage,openedAt,closedAt,amount,currency,lostReason,"
                    + "enteredAt.NEEDS_ANALYSIS,进入报价\n";

    private final String source = "crm-" + UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private final UUID product = UUID.randomUUID();
    private final String code = "GTX-" + product;

    private void neighbours() {
        EventStream.send(
                customerEvent(customer, "Cancity", "anna", false, 1, new ExternalId(source, "Cancity")),
                productEvent(product, code, "GTX Plus", 1, new ExternalId(source, "GTX Plus")));
        awaitKnown(EventFamily.CUSTOMER, customer);
        awaitKnown(EventFamily.PRODUCT, product);
    }

    private static Response start(byte[] file, String mode, String mapping) {
        return anna().contentType(ContentType.MULTIPART)
                .multiPart("file", "opportunities.csv", file, "text/csv")
                .multiPart("mode", mode)
                .multiPart("mapping", mapping)
                .post(IMPORTS);
    }

    /** The job once it has done its work. */
    static JsonPath run(byte[] file, String mode, String mapping) {
        String id = start(file, mode, mapping).then().statusCode(202).extract().path("id");
        return awaitEnd(id);
    }

    private static JsonPath awaitEnd(String job) {
        return await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> anna().get(IMPORTS + "/" + job).jsonPath(),
                        each -> List.of("COMPLETED", "FAILED").contains(each.getString("status")));
    }

    private JsonPath run(String... rows) {
        var file = HEADINGS + String.join("\n", rows) + "\n";
        var mapping = "{\"timeZone\":\"UTC\",\"constants\":{\"externalSource\":\"%s\"}}".formatted(source);
        return run(file.getBytes(StandardCharsets.UTF_8), "upsert", mapping);
    }

    private Response deal(String externalId) {
        return anna().get("/v1/opportunities/by-external?source=" + source + "&externalId=" + externalId);
    }

    private List<Event> published(String externalId, int count) {
        var id = UUID.fromString(deal(externalId).path("id"));
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> EventStream.read(Context.OPPORTUNITY.topic(), id), events -> events.size() == count);
    }

    @Test
    void takesThePastOverAsItWas() {
        neighbours();
        var job = run(
                "A1,Laptops,moses,/central/dustin,Cancity,%s,成交,2016-10-20,2017-03-01,1054,USD,,2016-10-20,"
                        .formatted(code),
                "A2,,,,,GTX Plus,Needs analysis,,,,,,,",
                "A3,,,,Cancity,,LOST,2016-10-25,2017-03-07,0,USD,,,2016-12-01");
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("created")).isEqualTo(3);
        deal("A1")
                .then()
                .statusCode(200)
                .body("name", equalTo("Laptops"))
                .body("owner", equalTo("moses"))
                .body("team", equalTo("/central/dustin"))
                .body("customerId", equalTo(customer.toString()))
                .body("lines.productId", contains(product.toString()))
                .body("stage.code", equalTo("WON"))
                .body("amount.amount", equalTo("1054.00"))
                .body("amount.currency", equalTo("USD"))
                .body("openedAt", equalTo("2016-10-20T00:00:00Z"))
                .body("closedAt", equalTo("2017-03-01T00:00:00Z"))
                .body("stageEnteredAt", equalTo("2017-03-01T00:00:00Z"))
                .body("expectedCloseDate", nullValue());
        deal("A2")
                .then()
                .body("name", equalTo("GTX Plus"))
                .body("owner", equalTo("anna"))
                .body("customerId", nullValue())
                .body("stage.code", equalTo("NEEDS_ANALYSIS"))
                .body("openedAt", nullValue())
                .body("stageEnteredAt", nullValue())
                .body("amount", nullValue());
        deal("A3")
                .then()
                .body("name", equalTo("A3"))
                .body("lostReason", equalTo("NOT_RECORDED"))
                .body("amount.amount", equalTo("0.00"));
        var event = published("A1", 1).getFirst();
        assertThat(event.metadata().type()).isEqualTo("opportunity.imported");
        assertThat(event.metadata().historical()).isTrue();
        assertThat(event.metadata().origin()).isEqualTo(Origin.IMPORT);
        assertThat(event.metadata().occurredAt()).isEqualTo(Instant.parse("2017-03-01T00:00:00Z"));
        assertThat(((OpportunityEvent.Imported) event.data()).stages())
                .extracting(entry -> entry.stage().code())
                .containsExactly("NEEDS_ANALYSIS", "WON");
        String id = deal("A3").path("id");
        anna().get("/v1/opportunities/" + id + "/stages")
                .then()
                .body("items.stage.code", contains("QUOTATION", "LOST"))
                .body("items[0].seconds", equalTo(96 * 86_400));
    }

    @Test
    void changesNothingTheSecondTimeAndOnlyWhatIsNewLater() {
        neighbours();
        var row = "B1,Laptops,,,Cancity,GTX Plus,NEEDS_ANALYSIS,2016-10-20,,500,USD,,,";
        assertThat(run(row).getInt("created")).isEqualTo(1);
        var again = run(row);
        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(again.getInt("rejected")).isZero();
        assertThat(run("B1,Laptops,,,Cancity,GTX Plus,NEEDS_ANALYSIS,2016-10-20,,600,USD,,,")
                        .getInt("updated"))
                .isEqualTo(1);
        assertThat(run("B1,Laptops,,,Cancity,GTX Plus,WON,2016-10-20,2016-12-01,600,USD,,,")
                        .getInt("updated"))
                .isEqualTo(1);
        assertThat(run("B1,Laptops,,,Cancity,GTX Plus,WON,2016-10-20,2016-12-01,600,USD,,,")
                        .getInt("unchanged"))
                .isEqualTo(1);
        assertThat(run("B1,Laptops,,,Cancity,GTX Plus,WON,2016-10-20,2016-12-01,600,USD,,2016-10-20,")
                        .getInt("updated"))
                .isEqualTo(1);
        assertThat(published("B1", 4))
                .extracting(
                        event -> event.metadata().type(),
                        event -> event.metadata().historical())
                .containsExactly(
                        tuple("opportunity.imported", true),
                        tuple("opportunity.updated", false),
                        tuple("opportunity.imported", true),
                        tuple("opportunity.imported", true));
        String id = deal("B1").path("id");
        anna().get("/v1/opportunities/" + id + "/stages")
                .then()
                .body("items.stage.code", contains("NEEDS_ANALYSIS", "WON"))
                .body("items[1].enteredAt", equalTo("2016-12-01T00:00:00Z"));
    }

    @Test
    void forgetsTheWayThatWasTakenBack() {
        run("R1,Laptops,,,,,NEEDS_ANALYSIS,2016-10-20,,500,USD,,2016-10-21,");
        var wrong = run(
                "R1,Laptops,,,,,WON,2016-10-20,2016-12-01,500,USD,,,",
                "R1,Laptops,,,,,WON,2016-10-20,2016-12-01,600,USD,,,2016-11-02");
        assertThat(wrong.getInt("updated")).isEqualTo(2);
        String id = deal("R1").path("id");
        var stages = "/v1/opportunities/" + id + "/stages";
        anna().get(stages).then().body("items.stage.code", contains("NEEDS_ANALYSIS", "QUOTATION", "WON"));
        String revert = anna().post(IMPORTS + "/" + wrong.getString("id") + "/revert")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(awaitEnd(revert).getInt("updated")).isEqualTo(1);
        anna().get(stages).then().body("items.stage.code", contains("NEEDS_ANALYSIS"));
        assertThat(published("R1", 4).getLast().data())
                .isEqualTo(new OpportunityEvent.ImportReverted(
                        2, Set.of("amount", "closedAt", "probability", "stage", "stageEnteredAt")));
        run("R1,Laptops,,,,,QUOTATION,2016-10-20,,500,USD,,2016-10-21,2016-11-02");
        anna().get(stages)
                .then()
                .body("items.stage.code", contains("NEEDS_ANALYSIS", "QUOTATION"))
                .body("items[1].enteredAt", equalTo("2016-11-02T00:00:00Z"));
    }

    @Test
    void rejectsBadRowsWithTheirReasonsAndTakesTheOthers() {
        neighbours();
        var gone = UUID.randomUUID();
        EventStream.send(customerEvent(gone, "Gone", "anna", true, 1, new ExternalId(source, "Gone")));
        awaitKnown(EventFamily.CUSTOMER, gone);
        var job = run(
                "C1,Good,,,,,WON,2016-10-20,2016-12-01,5,USD,,,",
                "C2,Bad stage,,,,,Signing,,,,,,,",
                "C3,Bad date,,,,,,yesterday,,,,,,",
                "C4,Closed while open,,,,,QUOTATION,,2017-01-01,,,,,",
                "C5,Bad amount,,,,,,,,-5,USD,,,",
                "C6,Bad currency,,,,,,,,5,Taler,,,",
                "C7,Bad reason,,,,,LOST,,,,,BOREDOM,,",
                "C8,Bad customer,,,Gone,,,,,,,,,");
        assertThat(job.getInt("created")).isEqualTo(1);
        assertThat(job.getInt("rejected")).isEqualTo(7);
        var errors = anna().get(IMPORTS + "/" + job.getString("id") + "/errors").asString();
        assertThat(errors)
                .contains("SOLUTION_DEMO", "yesterday", "C4", "C5", "C6", "BOREDOM", "Gone")
                .doesNotContain("Good");
        deal("C2").then().statusCode(404);
    }

    @Test
    void refusesAFileThatNobodyUnderstands() {
        start("id,colour\n1,red\n".getBytes(StandardCharsets.UTF_8), "create", "{}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("id", "colour"));
        start(HEADINGS.getBytes(StandardCharsets.UTF_8), "replace", "{}").then().statusCode(400);
        as(Tokens.all("ben", "opportunity:write")).get(IMPORTS).then().statusCode(403);
        as(Tokens.all("ben", "opportunity:write"))
                .get(IMPORTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        as(Tokens.all("ben", "opportunity:write"))
                .get(IMPORTS + "/" + UUID.randomUUID() + "/errors")
                .then()
                .statusCode(403);
        as(Tokens.all("ben", "opportunity:write"))
                .contentType(ContentType.MULTIPART)
                .multiPart("mode", "create")
                .post(IMPORTS)
                .then()
                .statusCode(403);
        anna().get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
        anna().get(IMPORTS).then().statusCode(200);
    }

    @Test
    void takesARealPipelineOver() throws IOException {
        assumeThat(SALES).exists();
        publishAccountsAndProducts();
        var file = Files.readAllBytes(SALES.resolve("sales_pipeline.csv"));
        var mapping = """
                {"columns":{"opportunity_id":"externalId","sales_agent":"owner","product":["name","product"],
                  "account":"customer","deal_stage":"stage","engage_date":"openedAt","close_date":"closedAt",
                  "close_value":"amount"},
                 "constants":{"externalSource":"%1$s","currency":"USD","source":"%1$s"},"timeZone":"UTC",
                 "values":{"stage":{"Prospecting":"INITIAL_CONTACT","Engaging":"NEEDS_ANALYSIS","Won":"WON","Lost":"LOST"},
                  "product":{"GTXPro":"GTX Pro"}}}""".formatted(source);
        var job = run(file, "upsert", mapping);
        assertThat(job.getString("status")).isEqualTo("COMPLETED");
        assertThat(job.getInt("created")).isEqualTo(8_800);
        assertThat(job.getInt("rejected")).isZero();
        requireCount("stage.kind==WON", 4_238);
        requireCount("stage.kind==LOST", 2_473);
        requireCount("stage.code==NEEDS_ANALYSIS", 1_589);
        requireCount("stage.code==INITIAL_CONTACT;openedAt=null=true;amount=null=true", 500);
        requireCount("customerId=null=true", 1_425);
        anna().get("/v1/opportunities/totals").then().body("byKind.WON.amounts.amount", hasSize(1));
        var again = run(file, "upsert", mapping);
        assertThat(again.getInt("unchanged")).isEqualTo(8_800);
    }

    private void requireCount(String filter, int count) {
        anna().get("/v1/opportunities?limit=1&count=exact&filter=source==" + source + ";" + filter)
                .then()
                .body("count.value", equalTo(count));
    }

    private void publishAccountsAndProducts() throws IOException {
        var accounts = names("accounts.csv")
                .map(name -> customerEvent(UUID.randomUUID(), name, "anna", false, 1, new ExternalId(source, name)));
        var products = names("products.csv")
                .map(name -> productEvent(UUID.randomUUID(), name + source, name, 1, new ExternalId(source, name)));
        var events = Stream.concat(accounts, products).toList();
        EventStream.send(events.toArray(Event[]::new));
        events.forEach(event -> awaitKnown(
                EventFamily.ofType(event.metadata().type()), event.state().id()));
    }

    /** The first column; none of the names has a comma. */
    private static Stream<String> names(String file) throws IOException {
        return Files.readAllLines(SALES.resolve(file)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')));
    }
}
