package io.kehu.opportunity;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agroal.api.AgroalDataSource;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The orders of {@link PipelineMove}s, one for each pipeline: a newer one takes the place of that before. */
@ApplicationScoped
class PipelineMoves {

    private static final String SELECT =
            "select pipeline, id, version, command, ordered_by, ordered_at, moved, stayed, finished_at from pipeline_move ";

    private final AgroalDataSource database;

    PipelineMoves(AgroalDataSource database) {
        this.database = database;
    }

    PipelineMove order(String pipeline, int version, MoveToNewest order) {
        update(
                """
                insert into pipeline_move (pipeline, id, version, command, ordered_by, ordered_at)
                values (?, ?, ?, ?::jsonb, ?, now())
                on conflict (pipeline) do update
                  set id = excluded.id, version = excluded.version, command = excluded.command,
                      ordered_by = excluded.ordered_by, ordered_at = excluded.ordered_at, moved = 0, stayed = 0,
                      finished_at = null""",
                pipeline,
                UUID.randomUUID(),
                version,
                EventJson.write(order),
                Caller.current().username());
        return require(pipeline);
    }

    PipelineMove require(String pipeline) {
        return select(SELECT + "where pipeline = ?", pipeline).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("pipeline-move", pipeline));
    }

    List<PipelineMove> unfinished() {
        return select(SELECT + "where finished_at is null order by ordered_at, pipeline");
    }

    /** Whoever stays is met again when the work goes on, and counted then. */
    void begin(PipelineMove move) {
        update("update pipeline_move set stayed = 0 where id = ?", move.id());
    }

    /** Counts in the transaction that moves the deals; false if another order has taken the place of this one. */
    boolean count(PipelineMove move, int moved, int stayed) {
        return update(
                        "update pipeline_move set moved = moved + ?, stayed = stayed + ? where id = ?",
                        moved,
                        stayed,
                        move.id())
                == 1;
    }

    void finish(PipelineMove move) {
        update("update pipeline_move set finished_at = now() where id = ?", move.id());
    }

    private int update(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A pipeline move could not be stored", e);
        }
    }

    private List<PipelineMove> select(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var moves = new ArrayList<PipelineMove>();
                while (rows.next()) {
                    moves.add(move(rows));
                }
                return moves;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Pipeline moves could not be read", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    private static PipelineMove move(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new PipelineMove(
                row.getString("pipeline"),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                command(row.getString("command")),
                row.getString("ordered_by"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getLong("moved"),
                row.getLong("stayed"),
                finished == null ? null : finished.toInstant());
    }

    private static MoveToNewest command(String json) {
        try {
            return EventJson.mapper().readValue(json, MoveToNewest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
