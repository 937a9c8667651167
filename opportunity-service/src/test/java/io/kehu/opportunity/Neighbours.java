package io.kehu.opportunity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.Money;
import io.kehu.events.ProductEvent;
import io.kehu.events.ProductState;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.testing.EventStream;
import io.kehu.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whoever stands around the service in tests: users, and the services that publish customers and products. */
public final class Neighbours {

    private Neighbours() {}

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    /** May do everything, and sees every row. */
    public static RequestSpecification anna() {
        return as(Tokens.all(
                "anna", "opportunity:read", "opportunity:write", "opportunity:delete", "opportunity:import"));
    }

    public static Event customerEvent(
            UUID id, String name, String owner, boolean deleted, long version, ExternalId... keys) {
        var state = new CustomerState(
                id,
                "C1",
                name,
                "COMPANY",
                owner,
                null,
                List.of(keys),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "PROSPECT",
                Set.of(),
                null,
                null,
                null,
                null,
                deleted,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                false);
        return EventStream.event(new CustomerEvent.Created(), state, version);
    }

    public static Event productEvent(UUID id, String code, String name, long version, ExternalId... keys) {
        var state = new ProductState(
                id,
                code,
                name,
                null,
                null,
                List.of(keys),
                "GOODS",
                null,
                null,
                null,
                Money.of("4821", "USD"),
                null,
                true,
                null,
                false);
        return EventStream.event(new ProductEvent.Created(), state, version);
    }

    /** A customer that this service has heard of. */
    public static UUID customer(String owner, boolean deleted) {
        var id = UUID.randomUUID();
        EventStream.send(customerEvent(id, "Acme", owner, deleted, 1));
        awaitKnown(EventFamily.CUSTOMER, id);
        return id;
    }

    /** A product that this service has heard of. */
    public static UUID product(String code, String name) {
        var id = UUID.randomUUID();
        EventStream.send(productEvent(id, code, name, 1));
        awaitKnown(EventFamily.PRODUCT, id);
        return id;
    }

    public static void awaitKnown(EventFamily family, UUID id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> known(family, id).isPresent());
    }

    public static Optional<KnownRecord> known(EventFamily family, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> CDI.current().select(KnownRecords.class).get().find(family, id));
    }
}
