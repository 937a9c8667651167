package io.kehu.servicedesk.type;

import static io.kehu.servicedesk.Desk.PATCH;
import static io.kehu.servicedesk.Desk.anna;
import static io.kehu.servicedesk.Desk.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.kehu.servicedesk.Desk;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The types that are shipped, and those that a company adds. */
@QuarkusTest
class TicketTypeResourceTest {

    private static final String TYPES = "/v1/ticket-types/";

    private final String code =
            "OWN_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final UUID customer = Desk.customer("anna", false);

    private static RequestSpecification admin() {
        return as(Tokens.all("root", "ticket:read", "ticket:admin", "survey:admin"));
    }

    private ValidatableResponse define(String more) {
        return admin().body("{\"name\":\"Installation %1$s\",\"chineseName\":\"安装%1$s\"%2$s}".formatted(code, more))
                .put(TYPES + code)
                .then();
    }

    private ValidatableResponse open(String type) {
        return anna().body("{\"subject\":\"x\",\"type\":\"%s\",\"customerId\":\"%s\"}".formatted(type, customer))
                .post("/v1/tickets")
                .then();
    }

    @Test
    void shipsSixTypesWithNames() {
        anna().get(TYPES)
                .then()
                .body(
                        "items.type",
                        hasItems("TECHNICAL_SUPPORT", "REPAIR", "INQUIRY", "COMPLAINT", "RETURN", "SUGGESTION"))
                .body("items[0].type", equalTo("TECHNICAL_SUPPORT"))
                .body("items[0].chineseName", equalTo("技术支持"));
        admin().body("{\"closeAfterDays\":7}")
                .put(TYPES + "RETURN")
                .then()
                .statusCode(200)
                .body("chineseName", equalTo("退换"))
                .body("position", equalTo(50));
    }

    @Test
    void isDefinedByACompanyAndTakesTickets() {
        open(code)
                .statusCode(422)
                .body("errors.field", contains("type"))
                .body("errors[0].code", equalTo("ticket.type-unknown"))
                .body("errors[0].message", containsString("REPAIR"));
        admin().body("{}").put(TYPES + code).then().statusCode(422).body("errors.field", hasItems("name"));
        define(",\"defaultPriority\":\"LOW\"").statusCode(200).body("active", equalTo(true));
        var id = open(code)
                .statusCode(201)
                .body("type", equalTo(code))
                .body("priority", equalTo("LOW"))
                .extract()
                .path("id");
        anna().get("/v1/tickets?filter=type==" + code).then().body("items.id", contains(id));
        admin().body("{}").put(TYPES + "lower").then().statusCode(400);
        anna().get(TYPES + "GONE").then().statusCode(404);
        anna().body("{}").put(TYPES + code).then().statusCode(403);
    }

    @Test
    void stayWithWhatIsOfARetiredOneWhichTakesNothingNew() {
        define("").statusCode(200);
        var path = "/v1/tickets/" + open(code).extract().path("id");
        define(",\"active\":false").statusCode(200);
        open(code).statusCode(422).body("errors[0].message", not(containsString(", " + code)));
        change(path, "{\"subject\":\"y\"}").statusCode(200).body("type", equalTo(code));
        change(path, "{\"type\":\"REPAIR\"}").statusCode(200);
        change(path, "{\"type\":\"%s\"}".formatted(code)).statusCode(422);
    }

    private static ValidatableResponse change(String path, String fields) {
        return anna().contentType(PATCH).body(fields).patch(path).then();
    }

    @Test
    void isKnownToWhateverNamesIt() {
        var policy = """
                {"name":"x","position":9999,"active":false,"condition":{"types":["%s"]},"calendar":"CN",
                 "targets":[{"resolutionMinutes":60}]}""".formatted(code);
        admin().body(policy)
                .put("/v1/sla-policies/" + code)
                .then()
                .statusCode(422)
                .body("errors.field", contains("condition.types"));
        define("").statusCode(200);
        admin().body(policy).put("/v1/sla-policies/" + code).then().statusCode(200);
    }
}
