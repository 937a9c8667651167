package io.kehu.opportunity.reference;

import static io.kehu.opportunity.Neighbours.awaitKnown;
import static io.kehu.opportunity.Neighbours.customerEvent;
import static io.kehu.opportunity.Neighbours.known;
import static io.kehu.opportunity.Neighbours.productEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.ContractEvent;
import io.kehu.events.ContractState;
import io.kehu.events.Event;
import io.kehu.events.EventFamily;
import io.kehu.events.EventMetadata;
import io.kehu.platform.reference.KnownRecord;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionTest {

    @Test
    void keepsTheNewestStateOfACustomer() {
        var id = UUID.randomUUID();
        var marker = UUID.randomUUID();
        var first = customerEvent(id, "Acme", "anna", false, 1);
        var second = customerEvent(id, "Acme Group", "ben", false, 2);
        EventStream.send(
                first, second, first, second, first, behind(id, customerEvent(marker, "Marker", "anna", false, 1)));
        awaitKnown(EventFamily.CUSTOMER, marker);
        assertThat(known(EventFamily.CUSTOMER, id))
                .contains(new KnownRecord(id, "C1", "Acme Group", "ben", null, null, List.of(), false, null));
    }

    @Test
    void keepsTheNewestStateOfAProduct() {
        var id = UUID.randomUUID();
        var marker = UUID.randomUUID();
        var first = productEvent(id, "GTX-1", "GTX", 1);
        var second = productEvent(id, "GTX-1", "GTX Pro", 2);
        EventStream.send(first, second, first, behind(id, productEvent(marker, "GTX-2", "GTX Plus", 1)));
        awaitKnown(EventFamily.PRODUCT, marker);
        assertThat(known(EventFamily.PRODUCT, id).orElseThrow().name()).isEqualTo("GTX Pro");
    }

    @Test
    void passesContractsOver() {
        var id = UUID.randomUUID();
        var marker = UUID.randomUUID();
        var state = StateBuilder.of(ContractState.class)
                .with("id", id)
                .with("number", "S1")
                .with("name", "Contract")
                .with("owner", "anna")
                .with("approval", "DRAFT")
                .with("status", "DRAFT")
                .build();
        EventStream.send(
                EventStream.event(new ContractEvent.Drafted(), state, 1),
                behind(id, productEvent(marker, "GTX-3", "GTX Basic", 1)));
        awaitKnown(EventFamily.PRODUCT, marker);
        assertThat(known(EventFamily.CONTRACT, id)).isEmpty();
    }

    /** The same event, in line behind those of {@code aggregateId}. */
    private static Event behind(UUID aggregateId, Event event) {
        var metadata = event.metadata();
        return new Event(
                new EventMetadata(
                        metadata.id(),
                        metadata.type(),
                        aggregateId,
                        metadata.version(),
                        metadata.actor(),
                        metadata.origin(),
                        metadata.cause(),
                        metadata.occurredAt(),
                        metadata.recordedAt(),
                        metadata.historical()),
                event.data(),
                event.state());
    }
}
