package io.kehu.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.platform.reference.KnownRecords;
import io.kehu.platform.testapp.CustomerWatch;
import io.kehu.platform.testapp.Notes;
import io.kehu.testing.EventStream;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    KnownRecords known;

    @Inject
    Notes notes;

    @Inject
    DeadLetters deadLetters;

    private static CustomerState customer(UUID id, String name) {
        return new CustomerState(
                id,
                "C1",
                name,
                "COMPANY",
                "anna",
                "/sales",
                List.of(new ExternalId("erp", id.toString())),
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
                false,
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
    }

    private static Event event(UUID id, String name, long version) {
        var fact = version == 1 ? new CustomerEvent.Created() : new CustomerEvent.Updated(Set.of("name"));
        return EventStream.event(fact, customer(id, name), version);
    }

    private Optional<KnownRecord> known(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> known.find(EventFamily.CUSTOMER, id));
    }

    private String nameOf(UUID id) {
        return known(id).map(KnownRecord::name).orElse(null);
    }

    private int greetings(Event event) {
        var request = ListRequest.of("text=='" + CustomerWatch.greeting(event) + "'", null, 10);
        return Caller.system("test", Origin.API)
                .call(() -> notes.page(request))
                .items()
                .size();
    }

    /** The marker comes after everything else of its partition, so what it finds is final. */
    private void awaitMarker(UUID id, long version) {
        var marker = event(id, "marker", version);
        EventStream.send(marker);
        await().atMost(PATIENCE).until(() -> greetings(marker) == 1);
    }

    @Test
    void keepsTheNewestStateWhenAnOlderEventComesLate() {
        var id = UUID.randomUUID();
        var older = event(id, "old name", 1);
        EventStream.send(event(id, "new name", 2), older, older);
        await().atMost(PATIENCE).until(() -> greetings(older) == 1);
        assertThat(nameOf(id)).isEqualTo("new name");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> known.findByExternalId(
                                EventFamily.CUSTOMER, List.of(new ExternalId("erp", id.toString())))))
                .containsValue(id);
    }

    @Test
    void reactsOnceToAnEventHoweverOftenItIsDelivered() {
        var id = UUID.randomUUID();
        var event = event(id, "greeted", 1);
        EventStream.send(event, event);
        EventStream.send(event);
        awaitMarker(id, 2);
        assertThat(greetings(event)).isEqualTo(1);
    }

    @Test
    void doesNotReactToImportedPast() {
        var id = UUID.randomUUID();
        var past = EventStream.event(new CustomerEvent.Created(), customer(id, "past"), 1, Instant.EPOCH, true);
        EventStream.send(past);
        await().atMost(PATIENCE).until(() -> "past".equals(nameOf(id)));
        awaitMarker(id, 2);
        assertThat(greetings(past)).isZero();
    }

    @Test
    void setsAPoisonousEventAsideAndTakesItBackWhenTold() {
        var name = "poison " + UUID.randomUUID();
        CustomerWatch.POISON.add(name);
        var bad = UUID.randomUUID();
        var good = UUID.randomUUID();
        EventStream.send(event(bad, name, 1), event(good, "good", 1));
        await().atMost(PATIENCE).until(() -> "good".equals(nameOf(good)));
        await().atMost(PATIENCE).until(() -> letterAbout(name).isPresent());
        assertThat(known(bad)).as("a failed event leaves nothing half-done").isEmpty();

        CustomerWatch.POISON.remove(name);
        deadLetters.redrive(letterAbout(name).orElseThrow().id());
        await().atMost(PATIENCE).until(() -> name.equals(nameOf(bad)));
        assertThat(letterAbout(name)).isEmpty();
    }

    private Optional<DeadLetters.DeadLetter> letterAbout(String name) {
        return deadLetters.list(100).stream()
                .filter(letter -> letter.reason().contains(name))
                .findFirst();
    }
}
