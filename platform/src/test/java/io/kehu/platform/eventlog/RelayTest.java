package io.kehu.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Context;
import io.kehu.events.Event;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.kehu.testing.EventStream;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The application's own relay holds the lanes here; further relays are opened beside it on connections of their own. */
@QuarkusTest
class RelayTest {

    private static final Caller SYSTEM = Caller.system("test", Origin.API);
    private static final String TOPIC = Context.ACTIVITY.topic();

    @Inject
    Notes notes;

    @Inject
    OutboxDatabase outbox;

    @Inject
    EventProducer producer;

    @Inject
    AgroalDataSource database;

    private Note write(String text) {
        return SYSTEM.call(() -> notes.write("anna", "/sales", text, 1));
    }

    private long waiting(UUID aggregate) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from outbox o join event e on e.id = o.event_id where e.aggregate_id = ?")) {
            statement.setObject(1, aggregate);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> versions(List<Event> events) {
        return events.stream().map(event -> event.metadata().version()).toList();
    }

    @Test
    void sendsEachCommittedEventAndForgetsItAfterwards() {
        var note = write("to be sent");
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(note.id()) == 0);
        var events = EventStream.read(TOPIC, note.id());
        assertThat(versions(events)).containsExactly(1L);
        assertThat(events.getFirst().metadata().actor()).isEqualTo("system:test");
    }

    /** What a kill between commit and publish leaves: the pointer without anybody who was woken for it. */
    @Test
    void findsEventsThatNobodyWokeItFor() throws SQLException {
        var note = write("committed");
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(note.id()) == 0);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into outbox (lane, event_id) select ?, id from event where aggregate_id = ?")) {
            statement.setInt(1, Lanes.of(note.id()));
            statement.setObject(2, note.id());
            statement.executeUpdate();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(note.id()) == 0);
        assertThat(versions(EventStream.read(TOPIC, note.id()))).containsExactly(1L, 1L);
    }

    @Test
    void keepsTheOrderOfEachAggregateWhileTwoRelaysWork() throws Exception {
        var changes = 25;
        var ids = new ArrayList<UUID>();
        for (var index = 0; index < 12; index++) {
            ids.add(write("ordered").id());
        }
        try (var second = new RelaySession(outbox, producer);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = threads.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    if (!second.carryBatch()) {
                        Thread.sleep(5);
                    }
                }
                return null;
            });
            var writers = ids.stream()
                    .map(id -> threads.submit(() -> {
                        for (var change = 0; change < changes; change++) {
                            var text = "change " + change;
                            SYSTEM.run(() -> notes.rewrite(id, text));
                        }
                    }))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> ids.stream().allMatch(id -> waiting(id) == 0));
            busy.cancel(true);
        }
        var all = LongStream.rangeClosed(1, changes + 1L).boxed().toList();
        for (var id : ids) {
            assertThat(versions(EventStream.read(TOPIC, id)))
                    .as("each event once, because no relay died and none touches the other's lanes")
                    .containsExactlyElementsOf(all);
        }
    }

    /** The standby asks for the lanes as soon as the dead relay's connection is gone, before that one can come back. */
    @Test
    void takesOverTheLanesOfARelayThatDies() throws Exception {
        try (var own = database.getConnection();
                var kill = own.prepareStatement("""
                        select pg_terminate_backend(holder.pid, 10000)
                        from (select pid, count(*) as lanes from pg_locks
                              where locktype = 'advisory' and classid = ? and granted
                                and database = (select oid from pg_database where datname = current_database())
                              group by pid) holder
                        where holder.lanes = ?""")) {
            kill.setInt(1, RelaySession.LOCK_CLASS);
            kill.setInt(2, Lanes.COUNT);
            try (var killed = kill.executeQuery()) {
                assertThat(killed.next()).as("one relay holds all lanes").isTrue();
                assertThat(killed.getBoolean(1)).isTrue();
            }
        }
        try (var standby = new RelaySession(outbox, producer)) {
            standby.carryBatch();
            assertThat(standby.lanes()).hasSize(Lanes.COUNT);
            var note = write("after the death");
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                standby.carryBatch();
                return waiting(note.id()) == 0;
            });
            assertThat(versions(EventStream.read(TOPIC, note.id()))).containsExactly(1L);
        }
        var last = write("for the application's relay, which takes the lanes back");
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(last.id()) == 0);
    }
}
