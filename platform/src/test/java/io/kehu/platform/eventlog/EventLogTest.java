package io.kehu.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventLogTest {

    private static final Caller SYSTEM = Caller.system("test", Origin.API);

    @Inject
    Notes notes;

    @Inject
    AgroalDataSource database;

    @Inject
    History history;

    private Note write(String text) {
        return SYSTEM.call(() -> notes.write("anna", "/sales", text, 1));
    }

    private List<String> events(UUID id) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select version || ' ' || type from event where aggregate_id = ? order by version")) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    @Test
    void recordsOneEventPerChangeWithRisingVersions() throws SQLException {
        var note = write("first");
        SYSTEM.run(() -> notes.rewrite(note.id(), "second"));
        SYSTEM.run(() -> notes.rewrite(note.id(), "third"));
        assertThat(events(note.id())).containsExactly("1 activity.logged", "2 activity.updated", "3 activity.updated");
    }

    @Test
    void refusesAChangeWithoutItsEvent() throws SQLException {
        var note = write("kept");
        assertThatThrownBy(() -> SYSTEM.run(() -> notes.rewriteWithoutEvent(note.id(), "lost")))
                .hasStackTraceContaining("was changed without an event");
        assertThatThrownBy(() -> SYSTEM.run(notes::storeWithoutEvent))
                .hasStackTraceContaining("was changed without an event");
        assertThat(SYSTEM.<Note, RuntimeException>call(() -> notes.require(note.id()))
                        .text())
                .isEqualTo("kept");
        assertThat(events(note.id())).hasSize(1);
    }

    @Test
    void refusesASecondEventOfOneAggregateInATransaction() throws SQLException {
        var note = write("kept");
        assertThatThrownBy(() -> SYSTEM.run(() -> notes.rewriteTwice(note.id())))
                .hasStackTraceContaining("A second event");
        assertThat(events(note.id())).hasSize(1);
    }

    @Test
    void losesNoWriteWhenManyChangeOneAggregateAtOnce() throws Exception {
        var note = write("contended");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var attempts = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (var index = 0; index < 40; index++) {
                var text = "by " + index;
                attempts.add(threads.submit(() -> {
                    try {
                        SYSTEM.run(() -> notes.rewrite(note.id(), text));
                        return true;
                    } catch (RuntimeException e) {
                        return false;
                    }
                }));
            }
            var won = 0;
            for (var attempt : attempts) {
                won += attempt.get() ? 1 : 0;
            }
            assertThat(won).isPositive();
            assertThat(events(note.id())).hasSize(1 + won);
        }
    }

    @Test
    void sealsPersonalDataUnderAKeyThatErasureDestroys() throws SQLException {
        var note = write("secret words");
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select personal, data, state from event where aggregate_id = ?")) {
            statement.setObject(1, note.id());
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain("secret");
            }
            assertThat(personalOf(note)).isEqualTo(new Note.Personal("secret words"));
            try (var erase = connection.prepareStatement("delete from subject_key where subject_id = ?")) {
                erase.setObject(1, note.id());
                assertThat(erase.executeUpdate()).isEqualTo(1);
            }
        }
        assertThat(personalOf(note)).isNull();
    }

    private Note.Personal personalOf(Note note) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> history.at(
                                note.id(), EventLog.now(), io.kehu.events.ActivityState.class, Note.Personal.class)
                        .personal());
    }
}
