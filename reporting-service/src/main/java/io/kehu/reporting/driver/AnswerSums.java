package io.kehu.reporting.driver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers summed up before it is known which of their figures are wanted: column 0 is the overall score, the others are those of
 * some candidates in their order.
 *
 * @param summed the candidates
 * @param others candidates that were not summed up, as others are told more often
 * @param parts  in the order of their lots
 */
record AnswerSums(List<Candidate> summed, List<Candidate> others, List<Part> parts) {

    /**
     * Answers of one lot that leave out the same.
     *
     * @param missing a bit for each candidate that they leave out
     */
    record Part(int lot, int missing, Moments moments) {

        /** @param row the number of the part, that of its answers, then sums and products of the columns */
        static Part read(ResultSet row, int columns) throws SQLException {
            var sums = new double[columns];
            for (var place = 0; place < columns; place++) {
                sums[place] = row.getDouble(3 + place);
            }
            var products = new double[Moments.products(columns)];
            for (var place = 0; place < products.length; place++) {
                products[place] = row.getDouble(3 + columns + place);
            }
            var part = row.getInt(1);
            return new Part(part % Sample.LOTS, part / Sample.LOTS, new Moments(row.getLong(2), sums, products));
        }

        private boolean tells(int column) {
            return (missing & 1 << column - 1) == 0;
        }
    }

    long answers() {
        return moments(_ -> true).rows();
    }

    private int columns() {
        return summed.size() + 1;
    }

    private Moments moments(Predicate<Part> which) {
        return Moments.sum(
                columns(), parts.stream().filter(which).map(Part::moments).toList());
    }

    /** What the answers tell of each candidate; a dimension that none of them tells is none of theirs. */
    List<Candidate> candidates() {
        var candidates = new ArrayList<Candidate>();
        for (var column = 1; column <= summed.size(); column++) {
            var place = column;
            var moments = moments(part -> part.tells(place));
            candidates.add(summed.get(column - 1)
                    .told(moments.rows(), moments.isConstant(column))
                    .at(column));
        }
        return Stream.concat(candidates.stream(), others.stream())
                .filter(candidate -> candidate.fact() != null || candidate.known() > 0)
                .toList();
    }

    /** The answers that tell all these columns. */
    Sample sample(int... some) {
        var lots = new TreeMap<Integer, Moments>();
        for (var part : parts) {
            if (IntStream.of(some).allMatch(part::tells)) {
                lots.merge(part.lot(), part.moments(), (one, other) -> Moments.sum(columns(), List.of(one, other)));
            }
        }
        return new Sample(columns(), List.copyOf(lots.values()));
    }
}
