package io.kehu.platform.operations;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The orders of {@link TeamMove}s, one for each user: a newer one takes the place of that before, an older one changes nothing. */
@ApplicationScoped
class TeamMoves {

    private static final String SELECT = "select username, id, team, ordered_at, moved, finished_at from team_move ";

    private final AgroalDataSource database;

    TeamMoves(AgroalDataSource database) {
        this.database = database;
    }

    /** The user's last move, which is the ordered one unless a newer is known. */
    TeamMove order(String username, TeamMove.Order order) {
        update("""
                insert into team_move as m (username, id, team, ordered_at) values (?, ?, ?, ?)
                on conflict (username) do update
                  set id = excluded.id, team = excluded.team, ordered_at = excluded.ordered_at, moved = 0, finished_at = null
                  where m.id <> excluded.id and m.ordered_at < excluded.ordered_at""", username, order.id(), order.team(), notInTheFuture(order.orderedAt()));
        return select(SELECT + "where username = ?", username).getFirst();
    }

    /** No clock of another machine may shut out the moves that come after. */
    private static OffsetDateTime notInTheFuture(Instant time) {
        var now = EventLog.now();
        var possible = time.isAfter(now) ? now : time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
        return possible.atOffset(ZoneOffset.UTC);
    }

    List<TeamMove> newest(int most) {
        return select(SELECT + "order by ordered_at desc, username limit ?", most);
    }

    List<TeamMove> unfinished() {
        return select(SELECT + "where finished_at is null order by ordered_at, username");
    }

    /** Counts in the transaction that moves the records; false if another move has taken the place of this one. */
    boolean count(TeamMove move, int moved) {
        return update(
                        "update team_move set moved = moved + ? where username = ? and id = ?",
                        moved,
                        move.username(),
                        move.id())
                == 1;
    }

    void finish(TeamMove move) {
        update("update team_move set finished_at = now() where username = ? and id = ?", move.username(), move.id());
    }

    private int update(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A team move could not be stored", e);
        }
    }

    private List<TeamMove> select(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var moves = new ArrayList<TeamMove>();
                while (rows.next()) {
                    moves.add(move(rows));
                }
                return moves;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Team moves could not be read", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
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
