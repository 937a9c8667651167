package io.kehu.platform.eventlog;

import io.kehu.events.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * One relay's hold on its lanes. Each lane is a session lock of PostgreSQL on this session's own connection, so that a dead
 * relay's lanes are free at once for another; no transaction is open while it sends.
 */
final class RelaySession implements AutoCloseable {

    /** First half of the advisory lock's key: "kehu" in ASCII; the second half is the lane. */
    static final int LOCK_CLASS = 0x6B656875;

    private static final int BATCH = 1000;

    /** Event by event, because nobody knows how full an outbox is, and a plan for a full one reads the whole log. */
    private static final String NEXT = "select o.sequence, " + OutboxRow.COLUMNS + """
             from (select sequence, event_id from outbox where lane = any(?) order by sequence limit %d) o
            cross join lateral (select * from event where id = o.event_id limit 1) e order by o.sequence\
            """.formatted(BATCH);

    private static final long CLAIM_INTERVAL_NANOS = 5_000_000_000L;

    private final Connection connection;
    private final EventProducer producer;
    private final String source;
    private final Set<Integer> lanes = new TreeSet<>();
    private final Set<String> topics = new HashSet<>();
    private long lastClaim;
    private String trouble;

    RelaySession(OutboxDatabase database, EventProducer producer) throws SQLException {
        this.connection = database.connect();
        this.producer = producer;
        this.source = database.application();
    }

    /** Sends the next rows and forgets those that Kafka has; false if there is nothing that it could do now. */
    boolean carryBatch() throws SQLException {
        claimFreeLanes();
        var rows = next();
        if (rows.isEmpty()) {
            trouble = null;
            return false;
        }
        createTopics(rows);
        var sent = send(rows);
        forget(sent);
        return sent.size() == rows.size();
    }

    /** Why rows of the last batch are still there, or null. */
    String trouble() {
        return trouble;
    }

    Set<Integer> lanes() {
        return Set.copyOf(lanes);
    }

    private void claimFreeLanes() throws SQLException {
        if (lanes.size() == Lanes.COUNT || System.nanoTime() - lastClaim < CLAIM_INTERVAL_NANOS && lastClaim != 0) {
            return;
        }
        lastClaim = System.nanoTime();
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            for (var lane = 0; lane < Lanes.COUNT; lane++) {
                if (lanes.contains(lane)) {
                    continue;
                }
                statement.setInt(1, LOCK_CLASS);
                statement.setInt(2, lane);
                try (var result = statement.executeQuery()) {
                    if (result.next() && result.getBoolean(1)) {
                        lanes.add(lane);
                    }
                }
            }
        }
    }

    private List<OutboxRow> next() throws SQLException {
        if (lanes.isEmpty()) {
            return List.of();
        }
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setArray(1, connection.createArrayOf("int2", lanes.toArray()));
            var rows = new ArrayList<OutboxRow>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(OutboxRow.read(result.getLong("sequence"), result, source, false));
                }
            }
            return rows;
        }
    }

    private void createTopics(List<OutboxRow> rows) {
        for (var row : rows) {
            var topic = row.message().topic();
            if (!topics.contains(topic)) {
                producer.createTopics(List.of(topic), Context.PARTITIONS);
                topics.add(topic);
            }
        }
    }

    /** Whatever of an aggregate comes after its first failed record does not count as sent. */
    private List<Long> send(List<OutboxRow> rows) {
        var answers = new ArrayList<Future<RecordMetadata>>(rows.size());
        for (var row : rows) {
            answers.add(producer.send(row.message()));
        }
        var sent = new ArrayList<Long>(rows.size());
        var failed = new HashSet<UUID>();
        trouble = null;
        for (var index = 0; index < rows.size(); index++) {
            var row = rows.get(index);
            if (acknowledged(answers.get(index)) && !failed.contains(row.aggregateId())) {
                sent.add(row.sequence());
            } else {
                failed.add(row.aggregateId());
            }
        }
        return sent;
    }

    private boolean acknowledged(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            trouble = e.getCause().toString();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trouble = "interrupted";
            return false;
        }
    }

    private void forget(List<Long> sequences) throws SQLException {
        if (sequences.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("delete from outbox where sequence = any(?)")) {
            statement.setArray(1, connection.createArrayOf("int8", sequences.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
