package io.kehu.reporting;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** The tables that projections keep, as reports ask them. */
@ApplicationScoped
public class ReadModel {

    private static final int PATIENCE_SECONDS = 20;

    /** A plan that fits any values is far off for most periods, and planning costs little beside a report. */
    private static final int PLANNED_EACH_TIME = 0;

    private final AgroalDataSource database;

    ReadModel(AgroalDataSource database) {
        this.database = database;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row in. */
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    public <T> List<T> query(Sql sql, RowReader<T> reader) {
        var found = new ArrayList<T>();
        each(sql, row -> found.add(reader.read(row)));
        return found;
    }

    public void each(Sql sql, RowTaker taker) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql.text())) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.unwrap(PGStatement.class).setPrepareThreshold(PLANNED_EACH_TIME);
            var column = 0;
            for (var value : sql.values()) {
                statement.setObject(
                        ++column, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The read model did not answer", e);
        }
    }
}
