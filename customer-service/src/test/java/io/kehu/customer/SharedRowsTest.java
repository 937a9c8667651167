package io.kehu.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.events.Collaborator;
import io.kehu.events.Collaborator.Access;
import io.kehu.events.Context;
import io.kehu.events.CustomerEvent;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees a customer that is shared, and what hangs on a customer that he may see, and may do what with it. */
@QuarkusTest
class SharedRowsTest {

    private static final String PATCH = "application/merge-patch+json";
    private static final String[] PERMISSIONS = {
        "customer:read",
        "customer:write",
        "customer:delete",
        "contact:read",
        "contact:write",
        "contact:delete",
        "pii:read"
    };

    /** Nobody else has it, so that lists and totals hold only what a test has made. */
    private final String name = "u" + UUID.randomUUID();

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification anna() {
        return as(Tokens.own("anna", PERMISSIONS));
    }

    private RequestSpecification rep() {
        return as(Tokens.of(name, "/" + name + "/east", "scope:own", PERMISSIONS));
    }

    private static String create(RequestSpecification by, String path, String body) {
        return by.body(body).post(path).then().statusCode(201).extract().path("id");
    }

    private static String customer(RequestSpecification by) {
        return "/v1/customers/" + create(by, "/v1/customers", "{\"name\":\"Bike GmbH\"}");
    }

    private static String contactOf(String customer, RequestSpecification by) {
        var id = customer.substring(customer.lastIndexOf('/') + 1);
        return "/v1/contacts/" + create(by, "/v1/contacts", "{\"name\":\"Li\",\"customerId\":\"%s\"}".formatted(id));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void share(String record, String principal, String body) {
        anna().body(body)
                .put(record + "/collaborators?principal=" + principal)
                .then()
                .statusCode(200);
    }

    private static void patch(RequestSpecification by, String path, String body, int status) {
        by.contentType(PATCH).body(body).patch(path).then().statusCode(status);
    }

    @Test
    void letsWhoeverSeesTheCustomerReadItsContactsAndNotChangeThem() {
        var customer = customer(rep());
        var all = as(Tokens.all("root", PERMISSIONS));
        var contact = contactOf(customer, all);
        contactOf(customer(anna()), all);
        var mine = contactOf(customer, rep());
        rep().get(contact).then().statusCode(200).body("name", equalTo("Li")).body("owner", equalTo("root"));
        rep().get(contact + "?asOf=" + Instant.now()).then().statusCode(200);
        rep().get(contact + "/history").then().statusCode(200).body("items", hasSize(1));
        rep().get("/v1/contacts").then().body("items.id", containsInAnyOrder(id(contact), id(mine)));
        rep().get("/v1/contacts?count=exact").then().body("count.value", equalTo(2));
        rep().get("/v1/contacts?q=li").then().body("items", hasSize(2));
        rep().get("/v1/contacts/totals").then().body("count", equalTo(2));
        rep().contentType(PATCH)
                .body("{\"name\":\"Wang\"}")
                .patch(contact)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("record.read-only"));
        patch(rep(), contact, "{\"name\":\"Li\"}", 403);
        rep().delete(contact).then().statusCode(403).body("code", equalTo("record.read-only"));
        rep().body("{\"reason\":\"asked for\"}")
                .post(contact + "/erase")
                .then()
                .statusCode(403)
                .body("code", equalTo("record.read-only"));
        rep().body("{\"access\":\"WRITE\"}")
                .put(contact + "/collaborators?principal=" + name)
                .then()
                .statusCode(403);
        rep().delete(contact + "/collaborators?principal=" + name).then().statusCode(403);
        patch(rep(), mine, "{\"name\":\"Wang\"}", 200);
        anna().get(contact).then().statusCode(404);
    }

    @Test
    void letsAReaderReadTheCustomerAndWhatHangsOnIt() {
        var customer = customer(anna());
        var contact = contactOf(customer, anna());
        rep().get(customer).then().statusCode(404);
        share(customer, name, "{\"access\":\"READ\"}");
        rep().get(customer).then().statusCode(200).body("collaborators.principal", contains(name));
        rep().get(customer + "/history")
                .then()
                .statusCode(200)
                .body("items[0].changes.field", contains("collaborators"));
        rep().get(customer + "/hierarchy").then().statusCode(200);
        rep().get("/v1/customers").then().body("items.id", contains(id(customer)));
        rep().get("/v1/customers/totals").then().body("count", equalTo(1));
        rep().get("/v1/contacts").then().body("items.id", contains(id(contact)));
        rep().get(contact).then().statusCode(200);
        patch(rep(), contact, "{\"name\":\"Wang\"}", 403);
        patch(rep(), customer, "{\"name\":\"Mine\"}", 403);
        rep().delete(customer).then().statusCode(403);
        rep().post(customer + "/restore").then().statusCode(403);
        rep().delete(customer + "/parent").then().statusCode(403);
        rep().body("{\"owner\":\"%s\"}".formatted(name))
                .post(customer + "/assign")
                .then()
                .statusCode(403)
                .body("code", equalTo("record.read-only"));
        anna().delete(customer + "/collaborators?principal=" + name)
                .then()
                .statusCode(200)
                .body("collaborators", hasSize(0));
        rep().get(customer).then().statusCode(404);
        rep().get(contact).then().statusCode(404);
    }

    @Test
    void letsAWriterChangeTheCustomerButNeitherShareNorGiveItAway() {
        var customer = customer(anna());
        var contact = contactOf(customer, anna());
        share(customer, "/" + name, "{\"access\":\"WRITE\",\"expiresAt\":\"2036-01-01T00:00:00Z\"}");
        patch(rep(), customer, "{\"name\":\"Bikes GmbH\"}", 200);
        patch(rep(), contact, "{\"name\":\"Wang\"}", 403);
        rep().body("{\"access\":\"READ\"}")
                .put(customer + "/collaborators?principal=ben")
                .then()
                .statusCode(403)
                .body("code", equalTo("record.owner-only"));
        rep().body("{\"owner\":\"%s\"}".formatted(name))
                .post(customer + "/assign")
                .then()
                .statusCode(403)
                .body("code", equalTo("record.owner-only"));
        as(Tokens.of("eve", "/" + name + "2", "scope:own", PERMISSIONS))
                .get(customer)
                .then()
                .statusCode(404);
    }

    @Test
    void endsAShareWhenItExpires() {
        var customer = customer(anna());
        share(
                customer,
                name,
                "{\"access\":\"WRITE\",\"expiresAt\":\"%s\"}"
                        .formatted(Instant.now().plusSeconds(3)));
        rep().get(customer).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> rep().get(customer).then().statusCode(404));
        patch(rep(), customer, "{\"name\":\"Mine\"}", 404);
    }

    @Test
    void publishesWithWhomACustomerIsShared() {
        var customer = customer(anna());
        share(customer, name, "{\"access\":\"READ\"}");
        share(customer, name, "{\"access\":\"READ\"}");
        var id = UUID.fromString(id(customer));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var events = EventStream.read(Context.CUSTOMER.topic(), id);
            assertThat(events).hasSize(2);
            assertThat(events.getLast().data()).isEqualTo(new CustomerEvent.Updated(Set.of("collaborators")));
            assertThat(events.getLast().state().collaborators())
                    .containsExactly(new Collaborator(name, Access.READ, null));
        });
    }

    @Test
    void namesWhatIsWrongWithAShare() {
        var customer = customer(anna());
        anna().body("{\"access\":\"READ\"}")
                .put(customer + "/collaborators")
                .then()
                .statusCode(400);
        anna().body("{}").put(customer + "/collaborators?principal=ben").then().statusCode(400);
        anna().body("{\"access\":\"READ\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}")
                .put(customer + "/collaborators?principal=ben")
                .then()
                .statusCode(400)
                .body("errors.field", contains("expiresAt"));
        anna().body("{\"access\":\"READ\",\"expiresAt\":\"+1000000000-12-31T23:59:59Z\"}")
                .put(customer + "/collaborators?principal=ben")
                .then()
                .statusCode(422)
                .body("errors.code", contains("share.expires-late"));
        anna().body("{\"access\":\"READ\"}")
                .put(customer + "/collaborators?principal=/sales//east")
                .then()
                .statusCode(422)
                .body("errors.code", contains("share.principal"));
        as(Tokens.own("anna", "customer:read"))
                .body("{\"access\":\"READ\"}")
                .put(customer + "/collaborators?principal=ben")
                .then()
                .statusCode(403)
                .body("code", equalTo("access.denied"));
    }
}
