package io.kehu.platform.search;

import io.kehu.platform.access.Visibility;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where records are looked up by what people type: one narrow row for each, written in the transaction that changes the
 * record. Whether the caller may see a hit is judged by whoever loads it; the caller's scope is only asked here because
 * otherwise a common name of others' records would use up the hits.
 */
public final class SearchIndex {

    /** How many hits are taken before they are put in order. */
    public static final int MOST_HITS = 2_000;

    private static final int TIMEOUT_SECONDS = 2;

    private SearchIndex() {}

    /** A record as it is to be found; a deleted one is not. */
    public record Entry(UUID id, String type, SearchText text, String owner, String team, boolean deleted) {}

    /** Some hits of a search; there may be more if they are as many as are taken at most. */
    public record Hits(List<UUID> ids, boolean all) {}

    /** Puts each entry in the place of what the index has of its record. */
    public static void write(Connection connection, Collection<Entry> entries) throws SQLException {
        try (var delete = connection.prepareStatement("delete from search_entry where id = ?");
                var insert = connection.prepareStatement("""
                        insert into search_entry (id, type, text, grams) values (?, ?, ?, ?)
                        on conflict (id) do update set text = excluded.text, grams = excluded.grams""")) {
            for (var entry : entries) {
                if (entry.deleted()) {
                    delete.setObject(1, entry.id());
                    delete.addBatch();
                } else {
                    bind(connection, insert, entry);
                    insert.addBatch();
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        if (value instanceof Integer[] hashes) {
            statement.setArray(place, connection.createArrayOf("integer", hashes));
        } else {
            statement.setObject(place, value);
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, Entry entry) throws SQLException {
        var grams = Grams.of(entry.text());
        insert.setObject(1, entry.id());
        insert.setString(2, entry.type());
        insert.setString(3, grams.text());
        bind(connection, insert, 4, hashes(grams, entry.owner(), entry.team()));
    }

    private static Integer[] hashes(Grams grams, String owner, String team) {
        var all = new HashSet<>(grams.hashes());
        if (owner != null) {
            all.add(Grams.owner(owner));
        }
        if (team != null) {
            all.add(Grams.team(team));
            for (var path = team; !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
                all.add(Grams.teamTree(path));
            }
        }
        return ints(all);
    }

    /** A row of the index as text, for loads that write it directly: its text, and its pieces as an array. */
    public static String[] row(SearchText text, String owner, String team) {
        var grams = Grams.of(text);
        var hashes = hashes(grams, owner, team);
        var array = Arrays.stream(hashes).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return new String[] {grams.text(), array};
    }

    /**
     * Records that match what was typed.
     *
     * @param visibility whose records count, or null if others than these may be seen for other reasons
     */
    public static Hits find(Connection connection, String type, String typed, Visibility visibility)
            throws SQLException {
        var question = SearchQuestion.of(typed);
        if (question.pieces().isEmpty()) {
            return new Hits(List.of(), true);
        }
        var values = new ArrayList<Object>();
        var match = match(question, type, values);
        var sql = new StringBuilder("select e.id from search_entry e where ").append(match);
        if (visibility != null && !visibility.everything()) {
            var shared = new ArrayList<>(values);
            sql.append(" and e.grams && ?");
            values.add(scope(visibility));
            sql.insert(0, "(").append(" limit ").append(MOST_HITS + 1).append(") union (select e.id from search_entry e"
                    + " where e.id in (select s.aggregate_id from row_share s"
                    + " where s.principal = any(string_to_array(?, chr(10)))) and ");
            values.add(visibility.principals());
            sql.append(match).append(")");
            values.addAll(shared);
        }
        sql.append(" limit ").append(MOST_HITS + 1);
        try (var statement = connection.prepareStatement(sql.toString())) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (var index = 0; index < values.size(); index++) {
                bind(connection, statement, index + 1, values.get(index));
            }
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            var all = ids.size() <= MOST_HITS;
            return new Hits(all ? ids : List.copyOf(ids.subList(0, MOST_HITS)), all);
        }
    }

    /** The whole question as a condition, with the values of its places, for where some of the hits are not enough. */
    public static Visibility.Condition condition(String type, String typed) {
        var values = new ArrayList<Object>();
        var match = match(SearchQuestion.of(typed), type, values);
        return new Visibility.Condition("select e.id from search_entry e where " + match, List.copyOf(values));
    }

    private static String match(SearchQuestion question, String type, List<Object> values) {
        var conditions = new ArrayList<String>();
        conditions.add("e.type = ?");
        values.add(type);
        for (var piece : question.pieces()) {
            if (!piece.alternatives().isEmpty()) {
                conditions.add(piece.alternatives().stream()
                        .map(_ -> "e.grams @> ?")
                        .collect(Collectors.joining(" or ", "(", ")")));
                piece.alternatives().forEach(alternative -> values.add(ints(alternative)));
            }
            conditions.add("e.text like ?");
            values.add("%" + piece.text() + "%");
        }
        return String.join(" and ", conditions);
    }

    private static Integer[] scope(Visibility visibility) {
        var scope = new HashSet<Integer>();
        scope.add(Grams.owner(visibility.owner()));
        if (!visibility.team().isEmpty()) {
            scope.add(
                    visibility.teamsFrom().isEmpty()
                            ? Grams.team(visibility.team())
                            : Grams.teamTree(visibility.team()));
        }
        return ints(scope);
    }

    private static Integer[] ints(Set<Integer> hashes) {
        return hashes.toArray(Integer[]::new);
    }
}
