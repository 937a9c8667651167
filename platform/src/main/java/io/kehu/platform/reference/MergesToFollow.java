package io.kehu.platform.reference;

import io.kehu.events.CustomerEvent;
import io.kehu.events.Event;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The merges of customers that this service has heard of, each once however often it is told. */
@ApplicationScoped
public class MergesToFollow {

    private static final String MERGED = """
            insert into merge_to_follow (merge_id, merged_id, undone, survivor_id)
            select m.merge_id, m.merged_id, false, m.survivor_id
              from (values (?, ?, ?)) as m (merge_id, merged_id, survivor_id)
             where not exists (select 1 from merge_to_follow u
                                where u.merge_id = m.merge_id and u.merged_id = m.merged_id and u.undone)
            on conflict do nothing""";

    private static final String UNMERGED = """
            insert into merge_to_follow (merge_id, merged_id, undone, survivor_id) values (?, ?, true, ?)
            on conflict do nothing""";

    private static final String GIVE_UP = """
            update merge_to_follow set finished_at = now()
             where merge_id = ? and merged_id = ? and not undone and finished_at is null""";

    private static final String UNFINISHED =
            "where merge_id = ? and merged_id = ? and undone = ? and finished_at is null";

    private static final String SELECT =
            "select merge_id, merged_id, undone, survivor_id, ordered_at, moved, finished_at is not null from merge_to_follow ";

    private final Statements statements;

    MergesToFollow(Statements statements) {
        this.statements = statements;
    }

    /** In the order in which they were told, because what has been undone is not followed any more. */
    static void learn(Connection connection, Collection<Event> events) throws SQLException {
        for (var event : events) {
            var customer = event.state().id();
            if (event.data() instanceof CustomerEvent.Merged merged) {
                execute(connection, MERGED, merged.mergeId(), customer, merged.survivorId());
            } else if (event.data() instanceof CustomerEvent.Unmerged unmerged) {
                execute(connection, GIVE_UP, unmerged.mergeId(), customer);
                execute(connection, UNMERGED, unmerged.mergeId(), customer, unmerged.survivorId());
            }
        }
    }

    private static void execute(Connection connection, String sql, UUID... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.executeUpdate();
        }
    }

    List<MergeToFollow> unfinished() {
        return statements.list(SELECT + "where finished_at is null order by ordered_at", MergesToFollow::merge);
    }

    /** How far this service has come with what is known of a customer's merges, the newest first. */
    public List<MergeToFollow> of(UUID mergedId) {
        return statements.list(
                SELECT + "where merged_id = ? order by ordered_at desc, undone desc", MergesToFollow::merge, mergedId);
    }

    private static MergeToFollow merge(ResultSet row) throws SQLException {
        return new MergeToFollow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getBoolean(3),
                row.getObject(4, UUID.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getLong(6),
                row.getBoolean(7));
    }

    /** Keeps the merge from being undone until the current transaction ends; false if it has been undone or is done. */
    boolean lock(MergeToFollow merge) {
        return !statements
                .list(
                        "select 1 from merge_to_follow " + UNFINISHED + " for update",
                        row -> row.getInt(1),
                        merge.mergeId(),
                        merge.mergedId(),
                        merge.undone())
                .isEmpty();
    }

    /** Counts in the transaction that moves the records. */
    void count(MergeToFollow merge, int moved) {
        update("moved = moved + " + moved, merge);
    }

    void finish(MergeToFollow merge) {
        update("finished_at = now()", merge);
    }

    private void update(String change, MergeToFollow merge) {
        statements.change(
                "update merge_to_follow set " + change + " " + UNFINISHED,
                merge.mergeId(),
                merge.mergedId(),
                merge.undone());
    }
}
