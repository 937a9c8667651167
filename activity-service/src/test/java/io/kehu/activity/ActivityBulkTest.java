package io.kehu.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.kehu.events.CustomerEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches and changes of what hangs on customers of another service. */
@QuarkusTest
class ActivityBulkTest {

    @Inject
    KnownRecords known;

    private final UUID customer = UUID.randomUUID();
    private final UUID hidden = UUID.randomUUID();
    private final String anna = "bulk-" + UUID.randomUUID();

    @BeforeEach
    void publishTheCustomer() {
        EventStream.send(
                Neighbours.customer(customer, new CustomerEvent.Created(), anna, 1, Instant.now()),
                Neighbours.customer(hidden, new CustomerEvent.Created(), "somebody", 1, Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> known.find(EventFamily.CUSTOMER, List.of(customer, hidden))
                                        .size()
                                == 2));
    }

    private static RequestSpecification own(String name) {
        return given().auth()
                .oauth2(Tokens.own(name, "activity:read", "activity:write", "activity:delete", "customer:read"))
                .contentType("application/json");
    }

    private static String creating(UUID customer) {
        return """
                {"operation":"CREATE","fields":{"type":"CALL","subject":"Quotation","happenedAt":"2026-03-01T09:00:00Z",
                 "customerId":"%s","outcome":"CONNECTED"}}""".formatted(customer);
    }

    private List<String> send(String key, String... items) {
        return own(anna)
                .header("Idempotency-Key", key)
                .body("{\"items\":[%s]}".formatted(String.join(",", items)))
                .post("/v1/activities/batch")
                .then()
                .statusCode(207)
                .extract()
                .path("items.id");
    }

    @Test
    void judgesReferencesOfEachCommandAndDoesNoneTwice() {
        var key = UUID.randomUUID().toString();
        var ids = send(key, creating(customer), creating(customer));
        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(send(key, creating(customer), creating(customer))).isEqualTo(ids);
        own(anna)
                .body("""
                        {"items":[%s,{"operation":"UPDATE","id":"%s","fields":{"subject":"Order"}},
                         {"operation":"DELETE","id":"%s"}]}""".formatted(creating(hidden), ids.get(0), ids.get(1)))
                .post("/v1/activities/batch")
                .then()
                .statusCode(207)
                .body("items.status", contains(422, 200, 204));
    }

    @Test
    void tellsOfActivitiesWhoseCustomerChangesHands() {
        var ben = "bulk-" + UUID.randomUUID();
        var activity = given().auth()
                .oauth2(Tokens.all("somebody", "activity:write", "customer:read"))
                .contentType("application/json")
                .body("{\"items\":[%s]}".formatted(creating(customer)))
                .post("/v1/activities/batch")
                .then()
                .body("items.status", contains(201))
                .extract()
                .<String>path("items[0].id");
        String annas = own(anna).get("/v1/activities/changes").then().extract().path("nextCursor");
        String bens = own(ben).get("/v1/activities/changes").then().extract().path("nextCursor");
        EventStream.send(Neighbours.customer(
                customer, new CustomerEvent.OwnerChanged(anna, ben, null, null), ben, 2, Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> own(ben).queryParam("cursor", bens)
                        .get("/v1/activities/changes")
                        .then()
                        .body("items", hasSize(1))
                        .body("items[0].record.id", equalTo(activity)));
        own(anna)
                .queryParam("cursor", annas)
                .get("/v1/activities/changes")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(activity))
                .body("items[0].gone", equalTo("OUT_OF_SIGHT"));
    }
}
