package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Interval;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import java.math.BigDecimal;

/** The kinds of survey, with their scales and the ends of these that figures are made from. */
public enum SurveyKind {
    /** Share of 4 and 5 of 5. */
    CSAT(1, 5, 2, 4, "0%"),
    /** Share of promoters (9, 10 of 10) less that of detractors (0 to 6), in points: F. Reichheld, Harvard Business Review 2003. */
    NPS(0, 10, 6, 9, "+0;-0"),
    /** Mean of 1 to 7, 7 being the least effort. */
    CES(1, 7, 3, 5, "0.##"),
    /** Mean on the scale of the questionnaire, which lies somewhere here; nobody says from where on a customer is satisfied. */
    CUSTOM(0, 10, null, null, "0.##");

    public static final String DESCRIPTION = "csat (unless said), nps, ces or custom 调查类型";

    private final int lowest;
    private final int highest;
    private final Integer dissatisfied;
    private final Integer satisfied;
    private final String pattern;

    SurveyKind(int lowest, int highest, Integer dissatisfied, Integer satisfied, String pattern) {
        this.lowest = lowest;
        this.highest = highest;
        this.dissatisfied = dissatisfied;
        this.satisfied = satisfied;
        this.pattern = pattern;
    }

    /** Whether it is known which scores are those of satisfied and of dissatisfied customers. */
    boolean tellsSatisfied() {
        return satisfied != null;
    }

    /** From which score on a customer is satisfied; null where nobody knows. */
    Sql satisfied() {
        return Sql.of(String.valueOf(satisfied));
    }

    /** Up to which score a customer is dissatisfied; null where nobody knows. */
    Sql dissatisfied() {
        return Sql.of(String.valueOf(dissatisfied));
    }

    /** How the figure reads on an axis. */
    String pattern() {
        return pattern;
    }

    /** Null of no answers. */
    BigDecimal score(Scores scores) {
        return switch (this) {
            case CSAT -> Shares.share(scores.satisfied(), scores.number());
            case NPS -> {
                var share = Shares.share(scores.satisfied() - scores.dissatisfied(), scores.number());
                yield share == null ? null : share.movePointRight(2);
            }
            case CES, CUSTOM -> scores.mean();
        };
    }

    /** Of the score; null where nothing can be said. */
    Interval interval(Scores scores) {
        return switch (this) {
            case CSAT -> Interval.ofShare(scores.satisfied(), scores.number());
            case NPS -> {
                var shares = Interval.ofDifference(scores.satisfied(), scores.dissatisfied(), scores.number());
                yield shares == null ? null : shares.inPoints();
            }
            case CES, CUSTOM -> intervalOfMean(scores);
        };
    }

    /** Null where nothing can be said. */
    Interval intervalOfMean(Scores scores) {
        var interval = scores.intervalOfMean();
        return interval == null ? null : interval.within(lowest, highest);
    }
}
