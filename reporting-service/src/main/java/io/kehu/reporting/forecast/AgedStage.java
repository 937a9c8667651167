package io.kehu.reporting.forecast;

import java.util.List;

/**
 * Where an open deal stood, as far as its chance is learned from that.
 *
 * @param stage null where nobody knows it, as of imported deals
 * @param age   index of the band of its age, or null where its opening is not known
 */
record AgedStage(String pipeline, String stage, Integer age) {

    /** Lower ends in days. */
    private static final List<Integer> AGES = List.of(0, 30, 60, 90, 120, 180, 365);

    /** {@code width_bucket} of PostgreSQL over these gives the index. */
    static final String BANDS = "array[30, 60, 90, 120, 180, 365]";

    private static final int ANY_AGE = -1;

    /** All deals, wherever they stood. */
    static final AgedStage ANYWHERE = new AgedStage("*", "*", ANY_AGE);

    AgedStage ofAnyAge() {
        return new AgedStage(pipeline, stage, ANY_AGE);
    }

    /** For instance {@code 30-59}; null where it is not known. */
    String ageDays() {
        return age == null
                ? null
                : age == AGES.size() - 1 ? AGES.get(age) + "+" : AGES.get(age) + "-" + (AGES.get(age + 1) - 1);
    }
}
