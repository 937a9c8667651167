package io.kehu.reporting.projection;

import io.agroal.api.AgroalDataSource;
import io.kehu.platform.operations.StepwiseWork;
import io.kehu.platform.sql.Statements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Works out anew for all deals what follows from the order of stages when that has become another one: how far they went on is kept
 * with each deal, and a deal that stays in a former version of its pipeline tells of nothing.
 */
@ApplicationScoped
public class StageOrder {

    private static final String LEASE = "stage-order";
    private static final int STEP = 500;

    private static final String LOCK = "select id from opportunity where id > ? order by id limit ? for update";

    private static final String KEEP = """
            insert into derived_rank (pipeline, code, nth) values (?, ?, ?)
            on conflict (pipeline, code) do update set nth = excluded.nth""";

    private final AgroalDataSource database;
    private final Statements statements;
    private final StepwiseWork work;

    StageOrder(AgroalDataSource database, Statements statements, StepwiseWork work) {
        this.database = database;
        this.statements = statements;
        this.work = work;
    }

    private record Rank(String pipeline, String code, int nth) {}

    /** Not at once: while a read model is filled, the order changes with each stage that is told of for the first time. */
    @Scheduled(every = "1m", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    public void follow() {
        var order = ranks("stage_rank");
        if (!new HashSet<>(ranks("derived_rank")).containsAll(order) && work.goThrough(LEASE, this::workOutSome)) {
            statements.changeAll(
                    KEEP,
                    order.stream()
                            .map(rank -> new Object[] {rank.pipeline(), rank.code(), rank.nth()})
                            .toList());
        }
    }

    private List<Rank> ranks(String table) {
        return statements.list(
                "select pipeline, code, nth from " + table,
                row -> new Rank(row.getString(1), row.getString(2), row.getInt(3)));
    }

    /** Null at the end. */
    private UUID workOutSome(UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                var opportunities = locked(connection, after);
                if (opportunities.isEmpty()) {
                    return null;
                }
                OpportunityPeriods.workOut(connection, opportunities);
                Standings.keep(connection, opportunities);
                DealOutcomes.keep(connection, opportunities);
                return opportunities.getLast();
            }
        });
    }

    private static List<UUID> locked(Connection connection, UUID after) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, after);
            statement.setInt(2, STEP);
            var locked = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    locked.add(rows.getObject(1, UUID.class));
                }
            }
            return locked;
        }
    }
}
