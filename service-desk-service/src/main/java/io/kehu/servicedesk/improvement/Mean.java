package io.kehu.servicedesk.improvement;

import java.math.BigDecimal;

/**
 * What customers answered on average.
 *
 * @param score null if nobody has answered
 */
record Mean(BigDecimal score, int answers) {}
