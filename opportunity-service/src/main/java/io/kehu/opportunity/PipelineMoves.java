package io.kehu.opportunity;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The orders of {@link PipelineMove}s, one for each pipeline: a newer one takes the place of that before. */
@ApplicationScoped
class PipelineMoves {

    private static final String SELECT =
            "select pipeline, id, version, command, ordered_by, ordered_at, moved, stayed, finished_at from pipeline_move ";

    private final Statements statements;

    PipelineMoves(Statements statements) {
        this.statements = statements;
    }

    PipelineMove order(String pipeline, int version, MoveToNewest order) {
        statements.change(
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
        return statements.list(SELECT + "where pipeline = ?", PipelineMoves::move, pipeline).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("pipeline-move", pipeline));
    }

    List<PipelineMove> unfinished() {
        return statements.list(SELECT + "where finished_at is null order by ordered_at, pipeline", PipelineMoves::move);
    }

    /** Whoever stays is met again when the work goes on, and counted then. */
    void begin(PipelineMove move) {
        statements.change("update pipeline_move set stayed = 0 where id = ?", move.id());
    }

    /** Counts in the transaction that moves the deals; false if another order has taken the place of this one. */
    boolean count(PipelineMove move, int moved, int stayed) {
        return statements.change(
                        "update pipeline_move set moved = moved + ?, stayed = stayed + ? where id = ?",
                        moved,
                        stayed,
                        move.id())
                == 1;
    }

    void finish(PipelineMove move) {
        statements.change("update pipeline_move set finished_at = now() where id = ?", move.id());
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
        return EventJson.read(json, MoveToNewest.class);
    }
}
