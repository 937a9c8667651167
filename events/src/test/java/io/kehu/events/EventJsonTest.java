package io.kehu.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static EventMetadata metadata(String type) {
        return new EventMetadata(
                UUID.randomUUID(),
                type,
                UUID.randomUUID(),
                3,
                "anna",
                Origin.IMPORT,
                "import:1",
                Instant.parse("2026-03-15T08:30:00Z"),
                Instant.parse("2026-03-16T08:30:00.123456Z"),
                true);
    }

    @Test
    void readsATypeThatItDoesNotKnowWithItsState() throws Exception {
        var golden = Files.readAllBytes(Path.of("src/test/resources/golden/customer.created.json"));
        var event = EventJson.read(metadata("customer.audited"), golden);
        assertThat(event.data()).isEqualTo(new CustomerEvent.Unknown("customer.audited"));
        assertThat(event.state()).isEqualTo(Samples.of(CustomerState.class));
    }

    @Test
    void ignoresAFieldThatANewerVersionAdded() throws Exception {
        var golden = Files.readString(Path.of("src/test/resources/golden/customer.updated.json"));
        var newer = golden.replaceFirst("\"data\" : \\{", "\"data\" : { \"added\" : 1,");
        var event = EventJson.read(metadata("customer.updated"), newer.getBytes(StandardCharsets.UTF_8));
        assertThat(event.data()).isEqualTo(Samples.of(CustomerEvent.Updated.class));
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatThrownBy(() -> EventJson.read(metadata("customer.created"), "{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("'state'");
        assertThatThrownBy(() -> EventJson.read(metadata("weather.changed"), new byte[0]))
                .hasMessageContaining("weather.changed");
    }

    @Test
    void keepsEveryPieceOfMetadataInTheHeaders() {
        var metadata = metadata("customer.created");
        var headers = EventHeaders.write(metadata, "/kehu/test");
        assertThat(EventHeaders.read(headers::get)).isEqualTo(metadata);
        assertThat(headers).containsEntry("ce_specversion", "1.0").containsEntry("ce_source", "/kehu/test");
    }

    @Test
    void writesMoneyAsADecimalString() {
        assertThat(EventJson.write(Money.of("1234.50", "CNY")))
                .isEqualTo("{\"amount\":\"1234.50\",\"currency\":\"CNY\"}");
    }

    @Test
    void namesEachTypeOnce() {
        var types = List.of(EventFamily.values()).stream()
                .flatMap(family -> family.eventsByType().keySet().stream())
                .toList();
        assertThat(types).doesNotHaveDuplicates().contains("opportunity.stage-changed", "ticket.status-changed");
    }
}
