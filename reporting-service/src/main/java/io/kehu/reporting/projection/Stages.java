package io.kehu.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** What stages are called, and their places in each version of their pipeline, as last heard of. */
final class Stages {

    private static final String NAME = """
            insert into stage as known (pipeline, code, name, said_at) values (?, ?, ?, ?)
            on conflict (pipeline, code) do update set name = excluded.name, said_at = excluded.said_at
            where known.said_at < excluded.said_at""";

    private static final String PLACE = """
            insert into stage_version as known (pipeline, version, code, stage_order, said_at) values (?, ?, ?, ?, ?)
            on conflict (pipeline, version, code) do update set stage_order = excluded.stage_order, said_at = excluded.said_at
            where known.said_at < excluded.said_at""";

    private Stages() {}

    static void keep(Connection connection, List<OpportunityPeriod> periods) throws SQLException {
        keep(
                connection,
                NAME,
                periods,
                period -> List.of(
                        period.stage().pipeline(),
                        period.stage().code(),
                        period.stage().name()));
        keep(
                connection,
                PLACE,
                periods,
                period -> List.of(
                        period.stage().pipeline(),
                        period.pipelineVersion(),
                        period.stage().code(),
                        period.stage().order()));
    }

    /** In one order, so that two replicas cannot block each other. */
    private static void keep(
            Connection connection,
            String sql,
            List<OpportunityPeriod> periods,
            Function<OpportunityPeriod, List<Object>> values)
            throws SQLException {
        var newest = new TreeMap<String, OpportunityPeriod>();
        for (var period : periods) {
            var told = values.apply(period);
            newest.merge(told.subList(0, told.size() - 1).toString(), period, Stages::later);
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var period : newest.values()) {
                var column = 0;
                for (var value : values.apply(period)) {
                    StateTable.set(statement, ++column, value);
                }
                StateTable.set(statement, ++column, period.event().recordedAt());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static OpportunityPeriod later(OpportunityPeriod one, OpportunityPeriod other) {
        return one.event().recordedAt().isAfter(other.event().recordedAt()) ? one : other;
    }
}
