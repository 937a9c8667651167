package io.kehu.platform.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends a range of past events again, to the replay topic, which only a rebuilding projection reads. */
@ApplicationScoped
public class Replay {

    private static final int FETCH = 1000;

    private final OutboxDatabase database;
    private final EventProducer producer;

    Replay(OutboxDatabase database, EventProducer producer) {
        this.database = database;
        this.producer = producer;
    }

    /**
     * Sends every event recorded from {@code from} (inclusive) until {@code to} (exclusive), in the order of recording.
     *
     * @return how many events Kafka has acknowledged
     */
    public long send(Instant from, Instant to) {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("select " + OutboxRow.COLUMNS
                    + " from event e where e.recorded_at >= ? and e.recorded_at < ? order by e.recorded_at, e.id")) {
                statement.setFetchSize(FETCH);
                statement.setObject(1, EventLog.timestamp(from));
                statement.setObject(2, EventLog.timestamp(to));
                var count = 0L;
                var answers = new ArrayList<Future<RecordMetadata>>(FETCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        answers.add(producer.send(OutboxRow.read(0, rows, database.application(), true)
                                .message()));
                        count++;
                        if (answers.size() == FETCH) {
                            acknowledge(answers);
                        }
                    }
                }
                acknowledge(answers);
                return count;
            }
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("The replay broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", e);
        }
    }

    private static void acknowledge(ArrayList<Future<RecordMetadata>> answers)
            throws ExecutionException, InterruptedException {
        for (var answer : answers) {
            answer.get();
        }
        answers.clear();
    }
}
