package io.kehu.reporting.satisfaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has been counted of the surveys of one group; groups add up to their total.
 *
 * @param answeredOfSent of those sent, whether answered in the period or not
 * @param answers        given in the period
 * @param overall        scores of the whole
 * @param dimensions     those that have any scores
 */
record Tally(long sent, long answeredOfSent, long answers, Scores overall, SortedMap<String, Scores> dimensions) {

    private static final int WHOLE = 3;

    static final Tally NOTHING = new Tally(0, 0, 0, Scores.NONE, new TreeMap<>());

    static Tally ofSent(long sent, long answered) {
        return new Tally(sent, answered, 0, Scores.NONE, new TreeMap<>());
    }

    /** @param row the group, the number of its answers and their scores: of the whole, then of each of {@code dimensions} */
    static Tally ofAnswers(ResultSet row, List<String> dimensions) throws SQLException {
        var known = new TreeMap<String, Scores>();
        for (var place = 0; place < dimensions.size(); place++) {
            var scores = Scores.read(row, WHOLE + Scores.COLUMNS * (place + 1));
            if (scores.number() > 0) {
                known.put(dimensions.get(place), scores);
            }
        }
        return new Tally(0, 0, row.getLong(WHOLE - 1), Scores.read(row, WHOLE), known);
    }

    static Tally ofScores(Scores scores) {
        return new Tally(0, 0, scores.number(), scores, new TreeMap<>());
    }

    Tally and(Tally other) {
        var all = new TreeMap<>(dimensions);
        other.dimensions.forEach((dimension, scores) -> all.merge(dimension, scores, Scores::and));
        return new Tally(
                sent + other.sent,
                answeredOfSent + other.answeredOfSent,
                answers + other.answers,
                overall.and(other.overall),
                all);
    }

    /** Null for the whole. */
    Scores scores(String dimension) {
        return dimension == null ? overall : dimensions.getOrDefault(dimension, Scores.NONE);
    }
}
