package io.kehu.platform.eventlog;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.EventJson;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;

/** Events that could not be processed: kept here and on {@code <service>.dead-letter}, until an operator sends them again. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final AgroalDataSource database;
    private final EventProducer producer;
    private final OutboxDatabase service;

    DeadLetters(AgroalDataSource database, EventProducer producer, OutboxDatabase service) {
        this.database = database;
        this.producer = producer;
        this.service = service;
    }

    /** One event that waits for an operator. */
    public record DeadLetter(
            UUID id, String topic, int partition, long offset, String eventType, String reason, Instant failedAt) {}

    void add(ConsumerRecord<String, byte[]> message, RuntimeException failure) {
        var reason = reason(failure);
        LOG.errorf(
                failure,
                "Event at %s-%d@%d became a dead letter",
                message.topic(),
                message.partition(),
                message.offset());
        var headers = new LinkedHashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        store(message, headers, reason);
        var copy = new ProducerRecord<>(topic(), message.key(), message.value());
        headers.forEach((name, value) -> copy.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        copy.headers().add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
        producer.send(copy);
    }

    private static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }

    private String topic() {
        return service.application() + ".dead-letter";
    }

    private void store(ConsumerRecord<String, byte[]> message, Map<String, String> headers, String reason) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into dead_letter (id, topic, topic_partition, topic_offset, message_key, headers, message, reason)"
                                + " values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing")) {
            statement.setObject(1, UuidVersion7Strategy.INSTANCE.generateUuid(null));
            statement.setString(2, message.topic());
            statement.setInt(3, message.partition());
            statement.setLong(4, message.offset());
            statement.setString(5, message.key());
            statement.setString(6, EventJson.write(headers));
            statement.setBytes(7, message.value());
            statement.setString(8, reason);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A dead letter could not be kept", e);
        }
    }

    /** The newest first, at most {@code limit}. */
    public List<DeadLetter> list(int limit) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select id, topic, topic_partition, topic_offset, headers ->> 'ce_type', reason, failed_at"
                                + " from dead_letter order by id desc limit ?")) {
            statement.setInt(1, limit);
            var letters = new ArrayList<DeadLetter>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    letters.add(new DeadLetter(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getLong(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a dead letter to its topic again, where every consumer that had it already ignores it, and forgets it. */
    public void redrive(UUID id) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(
                        "select topic, message_key, headers, message from dead_letter where id = ?");
                var forget = connection.prepareStatement("delete from dead_letter where id = ?")) {
            find.setObject(1, id);
            try (var row = find.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("dead-letter", id);
                }
                var message = new ProducerRecord<>(row.getString(1), row.getString(2), row.getBytes(4));
                EventJson.mapper()
                        .readTree(row.getString(3))
                        .properties()
                        .forEach(header -> message.headers()
                                .add(
                                        header.getKey(),
                                        header.getValue().textValue().getBytes(StandardCharsets.UTF_8)));
                producer.send(message).get();
            }
            forget.setObject(1, id);
            forget.executeUpdate();
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("The dead letter could not be sent again", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", e);
        }
    }
}
