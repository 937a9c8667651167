package io.kehu.servicedesk;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.kehu.testing.Tokens;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A service desk at work: what tests of more than one feature do over the API. */
public final class Desk {

    public static final String PATCH = "application/merge-patch+json";

    private Desk() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** An agent who sees every row. */
    public static RequestSpecification anna() {
        return as(Tokens.all(
                "anna",
                "ticket:read",
                "ticket:write",
                "ticket:delete",
                "ticket:import",
                "survey:read",
                "survey:write",
                "pii:read"));
    }

    /** A customer of {@code owner} that this service has heard of; its id is its key in the system {@code import} too. */
    public static UUID customer(String owner, boolean deleted) {
        return customer(owner, null, deleted);
    }

    /** A customer of {@code owner} and {@code level}. */
    public static UUID customer(String owner, String level, boolean deleted) {
        var id = UUID.randomUUID();
        EventStream.send(EventStream.event(new CustomerEvent.Created(), state(id, owner, level, deleted), 1));
        var known = Arc.container().instance(KnownRecords.class).get();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> known.find(EventFamily.CUSTOMER, id).isPresent()));
        return id;
    }

    private static CustomerState state(UUID id, String owner, String level, boolean deleted) {
        return StateBuilder.of(CustomerState.class)
                .with("id", id)
                .with("number", "C20260101001")
                .with("name", "Known Ltd")
                .with("type", "COMPANY")
                .with("owner", owner)
                .with("level", level)
                .with("externalIds", List.of(new ExternalId("import", id.toString())))
                .with("lifecycle", "PROSPECT")
                .with("deleted", deleted)
                .build();
    }

    /** A contract that this service has heard of. */
    public static UUID contract(String status, LocalDate startsOn, LocalDate endsOn) {
        var id = UUID.randomUUID();
        var state = StateBuilder.of(ContractState.class)
                .with("id", id)
                .with("number", "CT20260101001")
                .with("name", "Service")
                .with("owner", "anna")
                .with("status", status)
                .with("startsOn", startsOn)
                .with("endsOn", endsOn)
                .build();
        EventStream.send(EventStream.event(new ContractEvent.Drafted(), state, 1));
        var known = Arc.container().instance(KnownRecords.class).get();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> QuarkusTransaction.requiringNew()
                        .call(() -> known.find(EventFamily.CONTRACT, id).isPresent()));
        return id;
    }

    /** A new ticket of a new customer. */
    public static String ticket(String subject) {
        return ticket(subject, customer("anna", false));
    }

    public static String ticket(String subject, UUID customerId) {
        return anna().body("""
                        {"subject":"%s","type":"REPAIR","customerId":"%s","impact":"HIGH","channel":"PHONE"}""".formatted(subject, customerId))
                .post("/v1/tickets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Takes a new ticket all the way, as {@code assignee}'s. */
    public static void close(String id, String assignee) {
        var path = "/v1/tickets/" + id;
        anna().body("{\"assignee\":\"%s\"}".formatted(assignee))
                .post(path + "/assign")
                .then()
                .statusCode(200);
        anna().body("{\"status\":\"IN_PROGRESS\"}").put(path + "/status").then().statusCode(200);
        anna().body("{\"resolution\":\"Done\"}").post(path + "/resolve").then().statusCode(200);
        anna().post(path + "/close").then().statusCode(200);
    }
}
