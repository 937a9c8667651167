package io.kehu.platform.operations;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The orders of {@link TeamMove}s, one for each user: a newer one takes the place of that before, an older one changes nothing. */
@ApplicationScoped
class TeamMoves {

    private static final String SELECT = "select username, id, team, ordered_at, moved, finished_at from team_move ";

    private final Statements statements;

    TeamMoves(Statements statements) {
        this.statements = statements;
    }

    /** The user's last move, which is the ordered one unless a newer is known. */
    TeamMove order(String username, TeamMove.Order order) {
        statements.change("""
                insert into team_move as m (username, id, team, ordered_at) values (?, ?, ?, ?)
                on conflict (username) do update
                  set id = excluded.id, team = excluded.team, ordered_at = excluded.ordered_at, moved = 0, finished_at = null
                  where m.id <> excluded.id and m.ordered_at < excluded.ordered_at""", username, order.id(), order.team(), notInTheFuture(order.orderedAt()));
        return statements
                .list(SELECT + "where username = ?", TeamMoves::move, username)
                .getFirst();
    }

    /** No clock of another machine may shut out the moves that come after. */
    private static OffsetDateTime notInTheFuture(Instant time) {
        var now = EventLog.now();
        var possible = time.isAfter(now) ? now : time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
        return possible.atOffset(ZoneOffset.UTC);
    }

    List<TeamMove> newest(int most) {
        return statements.list(SELECT + "order by ordered_at desc, username limit ?", TeamMoves::move, most);
    }

    List<TeamMove> unfinished() {
        return statements.list(SELECT + "where finished_at is null order by ordered_at, username", TeamMoves::move);
    }

    /** Counts in the transaction that moves the records; false if another move has taken the place of this one. */
    boolean count(TeamMove move, int moved) {
        return statements.change(
                        "update team_move set moved = moved + ? where username = ? and id = ?",
                        moved,
                        move.username(),
                        move.id())
                == 1;
    }

    void finish(TeamMove move) {
        statements.change(
                "update team_move set finished_at = now() where username = ? and id = ?", move.username(), move.id());
    }

    private static TeamMove move(ResultSet row) throws SQLException {
        var finished = row.getObject(6, OffsetDateTime.class);
        return new TeamMove(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getLong(5),
                finished == null ? null : finished.toInstant());
    }
}
