package io.kehu.servicedesk.sla;

import java.time.Instant;

/**
 * When a clock is to be looked at.
 *
 * @param percent of the time that is used up then; at {@link #DUE} it is over
 */
record SlaAlarm(int percent, Instant at) {

    static final int DUE = 100;
}
