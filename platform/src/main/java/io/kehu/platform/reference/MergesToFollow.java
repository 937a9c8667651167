package io.kehu.platform.reference;

import io.agroal.api.AgroalDataSource;
import io.kehu.events.CustomerEvent;
import io.kehu.events.Event;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

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

    private static final String SELECT =
            "select merge_id, merged_id, undone, survivor_id, ordered_at, moved, finished_at is not null from merge_to_follow ";

    private final AgroalDataSource database;
    private final EntityManager entities;

    MergesToFollow(AgroalDataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
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
        return select(SELECT + "where finished_at is null order by ordered_at");
    }

    /** How far this service has come with what is known of a customer's merges, the newest first. */
    public List<MergeToFollow> of(UUID mergedId) {
        return select(SELECT + "where merged_id = ? order by ordered_at desc, undone desc", mergedId);
    }

    private List<MergeToFollow> select(String sql, UUID... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (var rows = statement.executeQuery()) {
                var merges = new ArrayList<MergeToFollow>();
                while (rows.next()) {
                    merges.add(new MergeToFollow(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getBoolean(3),
                            rows.getObject(4, UUID.class),
                            rows.getObject(5, OffsetDateTime.class).toInstant(),
                            rows.getLong(6),
                            rows.getBoolean(7)));
                }
                return merges;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Merges could not be read", e);
        }
    }

    /** Keeps the merge from being undone until the current transaction ends; false if it has been undone or is done. */
    boolean lock(MergeToFollow merge) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement("select 1 from merge_to_follow where merge_id = ?"
                    + " and merged_id = ? and undone = ? and finished_at is null for update")) {
                bind(statement, merge);
                try (var row = statement.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Counts in the transaction that moves the records. */
    void count(MergeToFollow merge, int moved) {
        update("moved = moved + " + moved, merge);
    }

    void finish(MergeToFollow merge) {
        update("finished_at = now()", merge);
    }

    private void update(String change, MergeToFollow merge) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement("update merge_to_follow set " + change
                    + " where merge_id = ? and merged_id = ? and undone = ? and finished_at is null")) {
                bind(statement, merge);
                statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, MergeToFollow merge) throws SQLException {
        statement.setObject(1, merge.mergeId());
        statement.setObject(2, merge.mergedId());
        statement.setBoolean(3, merge.undone());
    }
}
