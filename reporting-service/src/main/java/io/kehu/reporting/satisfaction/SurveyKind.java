package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Interval;
import io.kehu.reporting.Shares;
import java.math.BigDecimal;

/** The kinds of survey that have a figure of their own, with the ends of their scales that it is made from. */
public enum SurveyKind {
    /** Share of 4 and 5 of 5. */
    CSAT(4, 2, "0%"),
    /** Share of promoters (9, 10 of 10) less that of detractors (0 to 6), in points: F. Reichheld, Harvard Business Review 2003. */
    NPS(9, 6, "+0;-0"),
    /** Mean of 1 to 7, 7 being the least effort. */
    CES(5, 3, "0.##");

    public static final String DESCRIPTION = "csat (unless said), nps or ces 调查类型";

    private final int satisfied;
    private final int dissatisfied;
    private final String pattern;

    SurveyKind(int satisfied, int dissatisfied, String pattern) {
        this.satisfied = satisfied;
        this.dissatisfied = dissatisfied;
        this.pattern = pattern;
    }

    /** From which score on a customer is satisfied. */
    int satisfied() {
        return satisfied;
    }

    /** Up to which score a customer is dissatisfied. */
    int dissatisfied() {
        return dissatisfied;
    }

    /** How the figure reads on an axis. */
    String pattern() {
        return pattern;
    }

    /** Null of no answers. */
    BigDecimal score(Tally tally) {
        return switch (this) {
            case CSAT -> Shares.share(tally.satisfied(), tally.answers());
            case NPS -> {
                var share = Shares.share(tally.satisfied() - tally.dissatisfied(), tally.answers());
                yield share == null ? null : share.movePointRight(2);
            }
            case CES -> Shares.rounded(tally.mean());
        };
    }

    /** Null where nothing can be said. */
    Interval interval(Tally tally) {
        return switch (this) {
            case CSAT -> Interval.ofShare(tally.satisfied(), tally.answers());
            case NPS -> {
                var shares = Interval.ofDifference(tally.satisfied(), tally.dissatisfied(), tally.answers());
                yield shares == null ? null : shares.inPoints();
            }
            case CES ->
                tally.standardDeviation() == null
                        ? null
                        : Interval.ofMean(
                                        tally.mean().doubleValue(),
                                        tally.standardDeviation().doubleValue(),
                                        tally.answers())
                                .within(1, 7);
        };
    }
}
