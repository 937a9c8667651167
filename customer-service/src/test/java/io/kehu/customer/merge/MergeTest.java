package io.kehu.customer.merge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.kehu.events.Context;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeTest {

    static final String CUSTOMERS = "/v1/customers/";
    static final String PATCH = "application/merge-patch+json";
    static final String[] PERMISSIONS = {
        "customer:read",
        "customer:write",
        "customer:delete",
        "customer:admin",
        "contact:read",
        "contact:write",
        "pii:read"
    };

    static RequestSpecification anna() {
        return given().auth().oauth2(Tokens.all("anna", PERMISSIONS)).contentType("application/json");
    }

    static RequestSpecification own(String name) {
        return given().auth().oauth2(Tokens.own(name, PERMISSIONS)).contentType("application/json");
    }

    static String create(RequestSpecification by, String path, String body) {
        return by.body(body).post(path).then().statusCode(201).extract().path("id");
    }

    static String customer(String fields) {
        return create(anna(), "/v1/customers", "{\"name\":\"Merge %s\"%s}".formatted(UUID.randomUUID(), fields));
    }

    static String withKey(String key, String fields) {
        return anna().body("{\"name\":\"Merge %s\"%s}".formatted(key, fields))
                .put("/v1/customers/by-external?source=erp&externalId=" + key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String contactOf(String customer) {
        return create(anna(), "/v1/contacts", "{\"name\":\"Li\",\"customerId\":\"%s\"}".formatted(customer));
    }

    static ValidatableResponse get(String id) {
        return anna().redirects().follow(false).get(CUSTOMERS + id).then();
    }

    static ValidatableResponse merge(String survivor, String... others) {
        return anna().body("{\"customers\":[\"%s\"]}".formatted(String.join("\",\"", others)))
                .post(CUSTOMERS + survivor + "/merge")
                .then();
    }

    static void below(String parent, String child) {
        anna().body("{\"customerId\":\"%s\",\"relation\":\"BRANCH\"}".formatted(parent))
                .put(CUSTOMERS + child + "/parent")
                .then()
                .statusCode(200);
    }

    @Test
    void bringsEverythingToTheSurvivor() {
        var key = UUID.randomUUID().toString();
        var survivor = customer(",\"industry\":\"65\",\"tags\":[\"a\"],\"employees\":10");
        var merged = withKey(
                key, ",\"industry\":\"64\",\"website\":\"https://x.example\",\"tags\":[\"b\"],\"employees\":20");
        var contact = contactOf(merged);
        var child = customer("");
        below(merged, child);
        anna().body("""
                        {"customers":["%s"],"choices":{"industry":"%s"}}""".formatted(merged, merged))
                .post(CUSTOMERS + survivor + "/merge")
                .then()
                .statusCode(200)
                .body("id", equalTo(survivor))
                .body("version", equalTo(2))
                .body("industry", equalTo("64"))
                .body("employees", equalTo(10))
                .body("website", equalTo("https://x.example"))
                .body("tags", containsInAnyOrder("a", "b"))
                .body("externalIds.externalId", hasItem(key));
        get(merged).statusCode(301).header("Location", endsWith(CUSTOMERS + survivor));
        anna().redirects()
                .follow(false)
                .get(CUSTOMERS + merged + "/history?limit=5")
                .then()
                .statusCode(301)
                .header("Location", endsWith(survivor + "/history?limit=5"));
        get(merged.toUpperCase(Locale.ROOT)).statusCode(301).header("Location", endsWith(CUSTOMERS + survivor));
        anna().contentType(PATCH)
                .body("{\"level\":\"A\"}")
                .patch(CUSTOMERS + merged)
                .then()
                .statusCode(409)
                .body("code", equalTo("customer.merged"));
        anna().post(CUSTOMERS + merged + "/restore").then().statusCode(409);
        anna().get("/v1/contacts/" + contact)
                .then()
                .body("customerId", equalTo(survivor))
                .body("customers", hasSize(1));
        get(child).body("parentId", equalTo(survivor));
        anna().get("/v1/customers/by-external?source=erp&externalId=" + key)
                .then()
                .body("id", equalTo(survivor));
        anna().get("/v1/contacts/" + contactOf(merged)).then().body("customerId", equalTo(survivor));
        anna().get(CUSTOMERS + survivor + "/history")
                .then()
                .body("items[0].origin", equalTo("MERGE"))
                .body("items[0].actor", equalTo("anna"))
                .body("items[0].cause", startsWith("customer-merge:"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var event = EventStream.read(Context.CUSTOMER.topic(), UUID.fromString(merged))
                    .getLast();
            assertThat(event.data()).isInstanceOf(CustomerEvent.Merged.class);
            assertThat(((CustomerState) event.state()).mergedInto()).isEqualTo(UUID.fromString(survivor));
        });
    }

    @Test
    void keepsAGroupWithoutCycles() {
        var top = customer("");
        var merged = customer("");
        var middle = customer("");
        var survivor = customer("");
        below(top, merged);
        below(merged, middle);
        below(middle, survivor);
        merge(survivor, merged).statusCode(200).body("parentId", equalTo(middle));
        get(middle).body("parentId", equalTo(top));
    }

    @Test
    void refusesWhatCannotBeOne() {
        var me = "u" + UUID.randomUUID();
        var mine = create(own(me), "/v1/customers", "{\"name\":\"Mine %s\"}".formatted(me));
        var hidden = customer("");
        own(me).body("{\"customers\":[\"%s\"]}".formatted(hidden))
                .post(CUSTOMERS + mine + "/merge")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("reference.unknown"));
        own(me).body("{\"customers\":[\"%s\"]}".formatted(mine))
                .post(CUSTOMERS + hidden + "/merge")
                .then()
                .statusCode(404);
        merge(hidden, hidden).statusCode(422).body("errors[0].code", equalTo("customer.merge-twice"));
        anna().body("{\"customers\":[\"%s\"],\"choices\":{\"nonsense\":\"%s\"}}".formatted(mine, mine))
                .post(CUSTOMERS + hidden + "/merge")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("customer.merge-field"));
        anna().header("If-Match", "\"9\"")
                .body("{\"customers\":[\"%s\"]}".formatted(mine))
                .post(CUSTOMERS + hidden + "/merge")
                .then()
                .statusCode(412);
        var person = customer(",\"type\":\"INDIVIDUAL\"");
        merge(hidden, person)
                .statusCode(422)
                .body("errors[0].field", equalTo("customers[0]"))
                .body("errors[0].code", equalTo("customer.merge-type"))
                .body("errors[0].message", containsString("INDIVIDUAL"));
        merge(person, hidden).statusCode(422).body("errors[0].code", equalTo("customer.merge-type"));
        merge(hidden, mine).statusCode(200);
        own(me).get(CUSTOMERS + mine).then().statusCode(404);
    }

    /** A customer that lies in a pool of this team alone. */
    private static String pooled(String team) {
        create(anna(), "/v1/customer-pools", "{\"name\":\"%s\",\"teams\":[\"%1$s\"]}".formatted(team));
        var customer = create(
                given().auth()
                        .oauth2(Tokens.of("carl", team, "scope:own", PERMISSIONS))
                        .contentType("application/json"),
                "/v1/customers",
                "{\"name\":\"Pooled %s\"}".formatted(team));
        anna().body("{\"reason\":\"no need\"}")
                .post(CUSTOMERS + customer + "/release")
                .then()
                .statusCode(200);
        return customer;
    }

    @Test
    void showsTheSurvivorToNobodyWhoSawTheOtherInAPool() {
        var team = "/merge-" + UUID.randomUUID();
        var member = given().auth().oauth2(Tokens.of("ben", team, "scope:own", PERMISSIONS));
        var pooled = pooled(team);
        member.get(CUSTOMERS + pooled).then().statusCode(200);
        var survivor = customer("");
        merge(survivor, pooled).statusCode(200);
        member.get(CUSTOMERS + survivor).then().statusCode(404);
    }

    @Test
    void sharesWhatLiesInAPoolWithNobodyElse() {
        var team = "/merge-" + UUID.randomUUID();
        var survivor = pooled(team);
        var merged = customer("");
        anna().body("{\"access\":\"WRITE\"}")
                .put(CUSTOMERS + merged + "/collaborators?principal=eve")
                .then()
                .statusCode(200);
        merge(survivor, merged).statusCode(200).body("collaborators.principal", contains(team));
    }

    @Test
    void takesAPlaceAsAWhole() {
        var survivor = customer(",\"country\":\"CN\",\"province\":\"440000\"");
        var elsewhere = customer(",\"country\":\"CN\",\"province\":\"310000\",\"city\":\"310100\"");
        var nearby = customer(",\"country\":\"CN\",\"province\":\"440000\",\"city\":\"440300\"");
        merge(survivor, elsewhere).statusCode(200).body("city", nullValue());
        anna().contentType(PATCH)
                .body("{\"needs\":\"chairs\"}")
                .patch(CUSTOMERS + survivor)
                .then()
                .statusCode(200);
        merge(survivor, nearby).statusCode(200).body("city", equalTo("440300"));
        var abroad = customer(",\"country\":\"DE\",\"city\":\"Berlin\"");
        anna().body("{\"customers\":[\"%1$s\"],\"choices\":{\"city\":\"%1$s\"}}".formatted(abroad))
                .post(CUSTOMERS + survivor + "/merge")
                .then()
                .statusCode(200)
                .body("country", equalTo("DE"))
                .body("province", nullValue())
                .body("city", equalTo("Berlin"));
        anna().post(CUSTOMERS + abroad + "/unmerge").then().statusCode(200);
        get(survivor).body("province", equalTo("440000")).body("city", equalTo("440300"));
        var other = customer("");
        anna().body("{\"customers\":[\"%1$s\"],\"choices\":{\"city\":\"%1$s\",\"province\":\"%2$s\"}}"
                        .formatted(other, survivor))
                .post(CUSTOMERS + survivor + "/merge")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("customer.merge-place"));
    }
}
