package io.kehu.platform.eventlog;

import io.kehu.events.EventFamily;
import io.kehu.events.EventHeaders;
import io.kehu.events.EventJson;
import io.kehu.events.EventMetadata;
import io.kehu.events.Origin;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An event on its way to Kafka, as a CloudEvents 1.0 record in binary mode.
 *
 * @param sequence place in the outbox; 0 for a replayed event, which has none
 */
record OutboxRow(long sequence, UUID aggregateId, ProducerRecord<String, byte[]> message) {

    static final String COLUMNS = """
            e.id, e.type, e.aggregate_id, e.version, e.data, e.state, e.actor, e.origin, e.cause, e.occurred_at,
            e.recorded_at, e.historical, e.trace""";

    static OutboxRow read(long sequence, ResultSet row, String source, boolean replay) throws SQLException {
        var metadata = new EventMetadata(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("version"),
                row.getString("actor"),
                Origin.valueOf(row.getString("origin")),
                row.getString("cause"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("historical"));
        var context = EventFamily.ofType(metadata.type()).context();
        var message = new ProducerRecord<>(
                replay ? context.replayTopic() : context.topic(),
                metadata.aggregateId().toString(),
                EventJson.value(row.getString("data"), row.getString("state")));
        var headers = EventHeaders.write(metadata, "/kehu/" + source);
        if (row.getString("trace") != null) {
            headers.put("traceparent", row.getString("trace"));
        }
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new OutboxRow(sequence, metadata.aggregateId(), message);
    }
}
