package io.kehu.platform.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL, in the current transaction if there is one, on what is no aggregate: work orders, leases, what others told. */
@ApplicationScoped
public class Statements {

    private final AgroalDataSource database;

    Statements(AgroalDataSource database) {
        this.database = database;
    }

    /** What a row tells. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** How many rows the statement has changed. */
    public int change(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The statement failed", e);
        }
    }

    public void changeAll(String sql, List<Object[]> rows) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The statement failed", e);
        }
    }

    public <T> List<T> list(String sql, Reading<T> reading, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, parameters);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The statement failed", e);
        }
    }

    /** Waits until no other transaction holds the lock of this name, and holds it until the current one ends. */
    public void lock(String name) {
        list("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> name, name);
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        bind(connection, statement, parameters);
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            switch (parameters[index]) {
                case String[] texts -> statement.setArray(index + 1, connection.createArrayOf("text", texts));
                case null -> statement.setNull(index + 1, Types.NULL);
                case Object value -> statement.setObject(index + 1, value);
            }
        }
    }
}
