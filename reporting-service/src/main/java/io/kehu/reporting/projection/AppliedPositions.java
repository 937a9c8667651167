package io.kehu.reporting.projection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Remembers how far each topic has been applied, so that every report can say how fresh it is. */
@ApplicationScoped
class AppliedPositions {

    private static final Logger LOG = Logger.getLogger(AppliedPositions.class);

    private static final String SAVE = """
            insert into applied_position as known (topic, topic_partition, next_offset, recorded_at) values (?, ?, ?, ?)
            on conflict (topic, topic_partition) do update set
              next_offset = greatest(known.next_offset, excluded.next_offset),
              recorded_at = greatest(known.recorded_at, excluded.recorded_at)""";

    private final AgroalDataSource database;
    private final Map<TopicPartition, Position> unsaved = new HashMap<>();

    AppliedPositions(AgroalDataSource database) {
        this.database = database;
    }

    private record Position(long nextOffset, Instant recordedAt) {

        Position and(Position other) {
            return new Position(
                    Math.max(nextOffset, other.nextOffset),
                    recordedAt.isAfter(other.recordedAt) ? recordedAt : other.recordedAt);
        }
    }

    void reached(ConsumerRecords<String, byte[]> records) {
        synchronized (unsaved) {
            for (var partition : records.partitions()) {
                unsaved.merge(partition, position(records.records(partition)), Position::and);
            }
        }
        save();
    }

    private static Position position(List<ConsumerRecord<String, byte[]>> records) {
        var newest = records.stream().map(AppliedPositions::recordedAt).max(Instant::compareTo);
        return new Position(records.getLast().offset() + 1, newest.orElse(Instant.EPOCH));
    }

    /** Of a record that is no event, when Kafka got it. */
    private static Instant recordedAt(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader("ce_recordedtime");
        if (header != null) {
            try {
                return Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
            } catch (DateTimeParseException _) {
                LOG.debugf("No time of recording at %s-%d@%d", message.topic(), message.partition(), message.offset());
            }
        }
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** Also called from time to time, because what was applied must not look unapplied after the database was away. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void save() {
        synchronized (unsaved) {
            if (unsaved.isEmpty()) {
                return;
            }
            try (var connection = database.getConnection();
                    var statement = connection.prepareStatement(SAVE)) {
                for (var entry : unsaved.entrySet()) {
                    statement.setString(1, entry.getKey().topic());
                    statement.setInt(2, entry.getKey().partition());
                    statement.setLong(3, entry.getValue().nextOffset());
                    statement.setObject(4, entry.getValue().recordedAt().atOffset(ZoneOffset.UTC));
                    statement.addBatch();
                }
                statement.executeBatch();
                unsaved.clear();
            } catch (SQLException e) {
                LOG.warnf("The applied positions are not saved yet: %s", e.toString());
            }
        }
    }
}
