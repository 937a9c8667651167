package io.kehu.customer.pool;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a pool hides from those who see its customers only because they lie in it. */
@QuarkusTest
class HiddenFieldsTest {

    private static final String[] PERMISSIONS = {
        "customer:read", "customer:write", "customer:export", "pii:read", "pii:reveal"
    };

    private final String team = "/hidden-" + UUID.randomUUID();

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private RequestSpecification anna() {
        return as(Tokens.of("anna", team, "scope:own", PERMISSIONS));
    }

    private RequestSpecification teamMate() {
        return as(Tokens.of("ben", team, "scope:team", PERMISSIONS));
    }

    private RequestSpecification member() {
        return as(Tokens.of("cleo", team + "/east", "scope:own", PERMISSIONS));
    }

    private static RequestSpecification admin() {
        return as(Tokens.all("root", "customer:read", "customer:write", "customer:admin", "pii:read"));
    }

    private String pool(String hidden) {
        return admin().body("{\"name\":\"%s\",\"teams\":[\"%s\"],\"hiddenFields\":%s}"
                        .formatted(UUID.randomUUID(), team, hidden))
                .post("/v1/customer-pools")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String pooled(String name) {
        var customer = "/v1/customers/"
                + anna().body("""
                                {"name":"%s","phone":"13755550001","remark":"secret remark","industry":"65","employees":77,
                                 "tags":["风险"]}""".formatted(name))
                        .post("/v1/customers?onDuplicate=create")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        anna().body("{\"reason\":\"no need\"}")
                .post(customer + "/release")
                .then()
                .statusCode(200);
        return customer;
    }

    @Test
    void keepsThemInWhatAPersonIsGivenAndInWhatAMergeAnswers() {
        pool("[\"remark\"]");
        var customer = pooled("Hidden " + UUID.randomUUID());
        var other = pooled("Hidden " + UUID.randomUUID());
        var merger = as(Tokens.of("ben", team, "scope:team", "customer:read", "customer:delete", "pii:read"));
        merger.body("{\"customers\":[\"%s\"]}".formatted(other.substring(other.lastIndexOf('/') + 1)))
                .post(customer + "/merge")
                .then()
                .statusCode(200)
                .body("remark", nullValue());
        merger.post(other + "/unmerge").then().statusCode(200).body("remark", nullValue());
        admin().contentType("application/merge-patch+json")
                .body("{\"type\":\"INDIVIDUAL\"}")
                .patch(customer)
                .then()
                .statusCode(200);
        teamMate()
                .get(customer + "/personal-data?reason=Letter of the person")
                .then()
                .statusCode(200)
                .body("customer.remark", nullValue())
                .body("history[-1].changes.find { it.field == 'remark' }.hidden", equalTo(true))
                .body("history[-1].changes.find { it.field == 'remark' }.to", nullValue());
    }

    @Test
    void keepsThemOnEveryWayOut() {
        pool("[\"phone\",\"remark\",\"employees\"]");
        var customer = pooled("Hidden " + UUID.randomUUID());
        var id = customer.substring(customer.lastIndexOf('/') + 1);
        for (var caller : new RequestSpecification[] {anna(), teamMate(), member()}) {
            caller.get(customer)
                    .then()
                    .statusCode(200)
                    .body("phone", nullValue())
                    .body("remark", nullValue())
                    .body("employees", nullValue())
                    .body("industry", equalTo("65"));
        }
        member().get("/v1/customers?filter=id==" + id).then().body("items[0].remark", nullValue());
        member().get(customer + "/history")
                .then()
                .body("items[-1].changes.find { it.field == 'remark' }.hidden", equalTo(true))
                .body("items[-1].changes.find { it.field == 'remark' }.to", nullValue())
                .body("items[-1].changes.find { it.field == 'industry' }.to", equalTo("65"));
        member().get(customer + "?asOf=2999-01-01T00:00:00Z").then().body("remark", nullValue());
        var file = member().accept("text/csv")
                .get("/v1/customers?filter=id==" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(file).contains("Hidden").doesNotContain("13755550001").doesNotContain("secret remark");
        member().body("{\"field\":\"phone\",\"reason\":\"curious\"}")
                .post(customer + "/reveal")
                .then()
                .statusCode(403)
                .body("code", equalTo("customer.field-hidden"));
        admin().get(customer).then().body("phone", equalTo("+8613755550001")).body("remark", equalTo("secret remark"));
        member().post(customer + "/claim").then().statusCode(200).body("phone", equalTo("+8613755550001"));
        member().get(customer).then().body("remark", equalTo("secret remark")).body("employees", equalTo(77));
    }

    @Test
    void findsAndOrdersNothingByThem() {
        pool("[\"phone\",\"employees\"]");
        var customer = pooled("Unfound " + UUID.randomUUID());
        var id = customer.substring(customer.lastIndexOf('/') + 1);
        for (var query : new String[] {
            "filter=id==" + id + ";employees==77",
            "filter=id==" + id + ";employees!=1",
            "filter=id==" + id + ";phone==13755550001",
            "filter=id==" + id + ";phone.last4==0001",
            "filter=id==" + id + "&sort=-employees",
            "q=13755550001",
            "q=0001"
        }) {
            member().get("/v1/customers?" + query).then().statusCode(200).body("items.id", not(hasItem(id)));
        }
        member().get("/v1/customers?filter=industry==65&sort=name").then().body("items.id", hasItem(id));
        admin().get("/v1/customers?filter=id==" + id + ";employees==77&sort=employees")
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void comparesNobodyByThem() {
        pool("[\"phone\"]");
        var name = "Hidden " + UUID.randomUUID();
        var customer = pooled(name);
        var id = customer.substring(customer.lastIndexOf('/') + 1);
        var guess = "{\"name\":\"%s\",\"phone\":\"13755550001\"}";
        member().body(guess.formatted("Somebody"))
                .post("/v1/customers/duplicates")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        member().body(guess.formatted(name))
                .post("/v1/customers/duplicates")
                .then()
                .body("items.find { it.id == '%s' }.reasons".formatted(id), contains("NAME"));
        String own = member().body(guess.formatted(name))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        member().get("/v1/customers/" + own + "/duplicates")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.reasons".formatted(id), contains("NAME"));
        admin().body(guess.formatted(name)).post("/v1/customers").then().statusCode(409);
    }

    @Test
    void hidesThePartsOfASumWithIt() {
        pool("[\"totalRevenue\"]");
        var customer = pooled("Sum " + UUID.randomUUID());
        var id = customer.substring(customer.lastIndexOf('/') + 1);
        member().get("/v1/customers?filter=id==" + id).then().body("items.id", hasItem(id));
        member().get("/v1/customers?filter=id==" + id + "&sort=-baseRevenue")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void followsThePoolAndTakesOnlyFieldsThatCanBeHidden() {
        var pool = pool("[]");
        var customer = pooled("Follows " + UUID.randomUUID());
        member().get(customer).then().body("remark", equalTo("secret remark"));
        admin().body("{\"name\":\"%s\",\"teams\":[\"%s\"],\"hiddenFields\":[\"remark\"]}"
                        .formatted(UUID.randomUUID(), team))
                .put("/v1/customer-pools/" + pool)
                .then()
                .statusCode(200)
                .body("hiddenFields", contains("remark"));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> member().get(customer).then().body("remark", nullValue()));
        admin().body("{\"name\":\"%s\",\"teams\":[\"%s\"],\"hiddenFields\":[\"name\"]}"
                        .formatted(UUID.randomUUID(), team))
                .post("/v1/customer-pools")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", containsString("hiddenFields"));
    }
}
