package io.kehu.reporting.satisfaction;

import java.math.BigDecimal;

/**
 * What has been counted of the surveys of one group.
 *
 * @param satisfied         answers at the upper end of the scale
 * @param dissatisfied      answers at its lower end
 * @param standardDeviation null of fewer than two answers
 */
record Tally(
        long answers,
        long satisfied,
        long dissatisfied,
        BigDecimal mean,
        BigDecimal standardDeviation,
        long sent,
        long answeredOfSent) {}
