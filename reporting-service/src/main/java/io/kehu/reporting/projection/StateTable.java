package io.kehu.reporting.projection;

import io.kehu.events.AggregateState;
import io.kehu.events.Event;
import io.kehu.events.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of current state: the columns that it takes from a published state, and the one statement that keeps it. A row is
 * only ever replaced by a newer version, so that redelivered and late events change nothing.
 *
 * @param <S> what is published of the records
 */
final class StateTable<S extends AggregateState> {

    private final Class<S> type;
    private final String name;
    private final List<String> columns = new ArrayList<>(List.of("id", "version", "owner", "team", "deleted"));
    private final List<Function<S, ?>> values = new ArrayList<>();

    private StateTable(Class<S> type, String name) {
        this.type = type;
        this.name = name;
    }

    static <S extends AggregateState> StateTable<S> of(Class<S> type, String name) {
        return new StateTable<>(type, name);
    }

    StateTable<S> with(String column, Function<S, ?> value) {
        columns.add(column);
        values.add(value);
        return this;
    }

    /**
     * Takes over the states of {@code events}, at most one event for each record.
     *
     * @param again whether they are replayed: then the same version is written again, which repairs a read model that a
     *     former release had kept otherwise
     */
    void keep(Connection connection, Collection<Event> events, boolean again) throws SQLException {
        try (var statement = connection.prepareStatement(upsert(again ? "<=" : "<"))) {
            for (var event : events) {
                bind(statement, event);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String upsert(String comparison) {
        var replacements = columns.stream()
                .skip(1)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return "insert into %1$s as known (%2$s) values (%3$s) on conflict (id) do update set %4$s where known.version %5$s excluded.version"
                .formatted(
                        name,
                        String.join(", ", columns),
                        String.join(", ", columns.stream().map(_ -> "?").toList()),
                        replacements,
                        comparison);
    }

    private void bind(PreparedStatement statement, Event event) throws SQLException {
        var state = type.cast(event.state());
        var column = 0;
        statement.setObject(++column, state.id());
        statement.setLong(++column, event.metadata().version());
        statement.setString(++column, state.owner());
        statement.setString(++column, state.team());
        statement.setBoolean(++column, state.deleted());
        for (var value : values) {
            set(statement, ++column, value.apply(state));
        }
    }

    static void set(PreparedStatement statement, int column, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(column, Types.NULL);
            case Instant instant -> statement.setObject(column, instant.atOffset(ZoneOffset.UTC));
            case List<?> documents -> statement.setObject(column, EventJson.write(documents), Types.OTHER);
            case Map<?, ?> document -> statement.setObject(column, EventJson.write(document), Types.OTHER);
            default -> statement.setObject(column, value);
        }
    }
}
