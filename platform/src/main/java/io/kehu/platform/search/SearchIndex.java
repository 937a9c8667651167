package io.kehu.platform.search;

import io.kehu.platform.access.Visibility;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where records are looked up by what people type: one narrow row for each, written in the transaction that changes the
 * record. Whether the caller may see a hit is judged by whoever loads it; the caller's scope is only asked here because
 * otherwise a common name of others' records would use up the hits.
 */
public final class SearchIndex {

    /** How many hits are taken before they are put in order. */
    public static final int MOST_HITS = 1_000;

    private static final int MOST_CANDIDATES = 3 * MOST_HITS / 2;
    private static final int TIMEOUT_SECONDS = 2;

    private SearchIndex() {}

    /** A record as it is to be found; a deleted one is not. */
    public record Entry(UUID id, String type, SearchText text, String owner, String team, boolean deleted) {}

    /**
     * Hits of a search.
     *
     * @param enough whether they are all, or hold the whole page that was asked for; otherwise they are any
     */
    public record Hits(List<UUID> ids, boolean enough) {}

    /** Puts each entry in the place of what the index has of its record. */
    public static void write(Connection connection, Collection<Entry> entries) throws SQLException {
        try (var delete = connection.prepareStatement("delete from search_entry where id = ?");
                var insert = connection.prepareStatement("""
                    insert into search_entry (id, type, text, grams) values (?, ?, ?, ?)
                    on conflict (id) do update set text = excluded.text, grams = excluded.grams\
                    """)) {
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
     * Records that match what was typed. Where the newest are enough, those are looked through first: of a common text a page
     * is found among few, and the newest at that, while the index would give any of them.
     *
     * @param visibility whose records count, or null if others than these may be seen for other reasons
     * @param newest     null unless the page holds the newest hits that may be seen, whatever else is asked
     */
    public static Hits find(Connection connection, String type, String typed, Visibility visibility, NewestRows newest)
            throws SQLException {
        var question = SearchQuestion.of(typed);
        if (question.pieces().isEmpty()) {
            return new Hits(List.of(), true);
        }
        var values = new ArrayList<Object>();
        if (visibility != null && newest != null) {
            var hits = hits(connection, ofNewest(question, type, visibility, newest, values), values, MOST_HITS);
            if (hits.ids().size() >= newest.wanted()) {
                var shared = shared(connection, question, type, visibility);
                return new Hits(
                        Stream.concat(hits.ids().stream(), shared.ids().stream())
                                .toList(),
                        shared.enough());
            }
            values.clear();
        }
        if (visibility != null && !visibility.everything()) {
            return hits(connection, ofScope(question, type, visibility, values), values, MOST_HITS);
        }
        if (question.pieces().stream().noneMatch(piece -> piece.alternatives().isEmpty())) {
            var hits = hits(connection, ofEverything(question, type, values), values, MOST_CANDIDATES);
            if (hits.enough() || hits.ids().size() == MOST_HITS) {
                return hits;
            }
            values.clear();
        }
        return hits(connection, whole(question, type, values), values, MOST_HITS);
    }

    private static String ofNewest(
            SearchQuestion question, String type, Visibility visibility, NewestRows newest, List<Object> values) {
        var rows = newest.sql(visibility, values);
        return "select e.id, true from (%s) e where %s limit %d"
                .formatted(rows, question.match(type, values), newest.wanted());
    }

    private static Hits shared(Connection connection, SearchQuestion question, String type, Visibility visibility)
            throws SQLException {
        if (visibility.everything()) {
            return new Hits(List.of(), true);
        }
        var values = new ArrayList<Object>();
        return hits(connection, ofShared(question, type, visibility, values), values, MOST_HITS);
    }

    private static String ofShared(SearchQuestion question, String type, Visibility visibility, List<Object> values) {
        values.add(visibility.principals());
        return """
            select e.id, true from search_entry e
            where e.id in (select s.aggregate_id from row_share s
                           where s.principal = any(string_to_array(?, chr(10))))
              and %s limit %d\
            """.formatted(question.match(type, values), MOST_HITS + 1);
    }

    /** Rows by their pieces, compared afterwards: the planner would otherwise take a common piece for a rare one. */
    private static String ofEverything(SearchQuestion question, String type, List<Object> values) {
        values.addAll(question.texts());
        return "select c.id, %s from (select e.id, e.text from search_entry e where %s limit %d) c"
                .formatted(
                        String.join(
                                " and ", Collections.nCopies(question.pieces().size(), "c.text like ?")),
                        question.pieces(type, values),
                        MOST_CANDIDATES + 1);
    }

    private static String ofScope(SearchQuestion question, String type, Visibility visibility, List<Object> values) {
        var own = question.match(type, values);
        values.add(scope(visibility));
        return "(select e.id, true from search_entry e where %s and e.grams && ? limit %d) union (%s)"
                .formatted(own, MOST_HITS + 1, ofShared(question, type, visibility, values));
    }

    private static String whole(SearchQuestion question, String type, List<Object> values) {
        return "select e.id, true from search_entry e where %s limit %d"
                .formatted(question.match(type, values), MOST_HITS + 1);
    }

    /** @param most rows at which there may be more than were looked at */
    private static Hits hits(Connection connection, String sql, List<Object> values, int most) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (var index = 0; index < values.size(); index++) {
                bind(connection, statement, index + 1, values.get(index));
            }
            var ids = new ArrayList<UUID>();
            var looked = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    looked++;
                    if (rows.getBoolean(2)) {
                        ids.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            var all = looked <= most && ids.size() <= MOST_HITS;
            return new Hits(ids.size() <= MOST_HITS ? ids : List.copyOf(ids.subList(0, MOST_HITS)), all);
        }
    }

    /** The whole question as a condition, with the values of its places, for where some of the hits are not enough. */
    public static Visibility.Condition condition(String type, String typed) {
        var values = new ArrayList<Object>();
        var match = SearchQuestion.of(typed).match(type, values);
        return new Visibility.Condition("select e.id from search_entry e where " + match, List.copyOf(values));
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

    static Integer[] ints(Set<Integer> hashes) {
        return hashes.toArray(Integer[]::new);
    }
}
