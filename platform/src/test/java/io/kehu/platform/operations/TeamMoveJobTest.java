package io.kehu.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.testapp.Memo;
import io.kehu.platform.testapp.Memos;
import io.kehu.platform.testapp.Note;
import io.kehu.platform.testapp.Notes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamMoveJobTest {

    private static final Caller SYSTEM = Caller.system("test", Origin.API);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Notes notes;

    @Inject
    Memos memos;

    @Inject
    TeamMoves moves;

    @Inject
    AgroalDataSource database;

    private List<UUID> notesOf(String owner, int count) {
        var ids = new ArrayList<UUID>();
        for (var index = 0; index < count; index++) {
            ids.add(SYSTEM.<Note, RuntimeException>call(() -> notes.write(owner, "/east", "words", 1))
                    .id());
        }
        return ids;
    }

    private TeamMove order(String username, String team, Instant at) {
        return moves.order(username, new TeamMove.Order(UUID.randomUUID(), team, at));
    }

    private TeamMove moveOf(String username) {
        return moves.newest(200).stream()
                .filter(move -> move.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private long count(String sql, Object parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void lock(Connection connection, UUID note) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select 1 from note where id = ? for update")) {
            statement.setObject(1, note);
            statement.executeQuery().close();
        }
    }

    private boolean killedWhileWaiting() {
        return count("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where wait_event_type = 'Lock' and datname = current_database() and query like ?""", "%note%") > 0;
    }

    @Test
    void movesEveryRecordOnceThoughItsTransactionIsKilledInTheMiddle() throws SQLException {
        var ids = notesOf("mover", 250);
        notesOf("stayer", 1);
        var memo = SYSTEM.<Memo, RuntimeException>call(
                () -> memos.write("mover", null, UUID.randomUUID(), "words", List.of()));
        try (var holding = database.getConnection()) {
            lock(holding, ids.get(150));
            order("mover", "/west", Instant.now());
            await().atMost(PATIENCE).until(this::killedWhileWaiting);
            assertThat(count("select count(*) from note where owner = 'mover' and team = ?", "/west"))
                    .isEqualTo(100)
                    .isEqualTo(count(
                                    "select count(*) from event where type = 'activity.owner-changed' and cause = ?",
                                    "team-move:" + moveOf("mover").id())
                            - movedMemo(memo.id()));
            holding.rollback();
        }
        await().atMost(PATIENCE).until(() -> moveOf("mover").finishedAt() != null);
        assertThat(moveOf("mover").moved()).isEqualTo(251);
        assertThat(count("select count(*) from note where team = '/west' and version = 2 and owner = ?", "mover"))
                .isEqualTo(250);
        assertThat(movedMemo(memo.id())).isEqualTo(1);
        assertThat(count(
                        "select count(*) from event where type = 'activity.owner-changed' and cause = ?",
                        "team-move:" + moveOf("mover").id()))
                .isEqualTo(251);
        assertThat(count("select count(*) from note where team = '/east' and owner = ?", "stayer"))
                .isEqualTo(1);
    }

    private long movedMemo(UUID id) {
        return count("select count(*) from memo where team = '/west' and id = ?", id);
    }

    @Test
    void takesTheNewestOrderWhateverOrderTheyComeIn() {
        notesOf("wanderer", 2);
        var now = Instant.now();
        var last = order("wanderer", "/north", now);
        assertThat(order("wanderer", "/west", now.minusSeconds(60)))
                .extracting(TeamMove::id)
                .isEqualTo(last.id());
        await().atMost(PATIENCE).until(() -> moveOf("wanderer").finishedAt() != null);
        assertThat(count("select count(*) from note where team = '/north' and owner = ?", "wanderer"))
                .isEqualTo(2);
        var again = moves.order("wanderer", new TeamMove.Order(last.id(), "/north", now));
        assertThat(again.finishedAt()).isNotNull();
        assertThat(again.moved()).isEqualTo(2);
    }
}
