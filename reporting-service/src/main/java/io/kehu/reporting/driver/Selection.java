package io.kehu.reporting.driver;

import io.kehu.reporting.driver.LeftOut.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be compared, always in the same order, and what cannot. */
record Selection(List<Candidate> candidates, List<LeftOut> leftOut) {

    /** So many have 1,024 subsets, each a regression of its own. */
    static final int MOST = 10;

    private static final double ALL_BUT_TOLD_BY_OTHERS = 0.98;

    private static final Comparator<Candidate> DIMENSIONS_BY_NAME =
            Comparator.comparing((Candidate each) -> each.fact() != null).thenComparing(Candidate::code);

    private static final Comparator<Candidate> MOST_TOLD =
            Comparator.comparingLong(Candidate::known).reversed().thenComparing(DIMENSIONS_BY_NAME);

    /** By how many of the answers tell each. */
    static Selection of(List<Candidate> candidates, long answers) {
        var wanted = new ArrayList<Candidate>();
        var leftOut = new ArrayList<LeftOut>();
        for (var candidate : candidates.stream().sorted(MOST_TOLD).toList()) {
            if (candidate.known() == 0 || 2 * candidate.known() < answers) {
                leftOut.add(candidate.leftOut(Reason.MOSTLY_MISSING));
            } else if (candidate.constant()) {
                leftOut.add(candidate.leftOut(Reason.CONSTANT));
            } else if (wanted.size() == MOST || candidate.column() == 0) {
                leftOut.add(candidate.leftOut(Reason.TOO_MANY));
            } else {
                wanted.add(candidate);
            }
        }
        return new Selection(wanted.stream().sorted(DIMENSIONS_BY_NAME).toList(), leftOut);
    }

    /** Those of {@link #candidates} that can be told apart in {@code all} that tells them. */
    Selection apart(Moments all) {
        var correlations = all.correlations();
        var apart = new ArrayList<Candidate>();
        var others = new ArrayList<>(leftOut);
        for (var candidate : candidates) {
            var column = candidate.column();
            if (all.isConstant(column)) {
                others.add(candidate.leftOut(Reason.CONSTANT));
            } else if (Regression.fit(correlations, column, columns(apart)) > ALL_BUT_TOLD_BY_OTHERS) {
                others.add(candidate.leftOut(Reason.COLLINEAR));
            } else {
                apart.add(candidate);
            }
        }
        return new Selection(apart, others);
    }

    /** Where the candidates stand. */
    int[] columns() {
        return columns(candidates);
    }

    private static int[] columns(List<Candidate> some) {
        return some.stream().mapToInt(Candidate::column).toArray();
    }
}
