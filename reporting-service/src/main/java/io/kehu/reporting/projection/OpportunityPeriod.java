package io.kehu.reporting.projection;

import io.kehu.events.EventMetadata;
import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.events.StageState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A fact of history: how an opportunity stood from some time on.
 *
 * @param position place among the facts of one event
 * @param entered  whether the stage was entered then, not only stood in
 * @param amount   null where it is not known for that time
 * @param expectedClose likewise
 * @param startsAt business time, null where nobody knows it: no time is ever invented
 */
record OpportunityPeriod(
        EventMetadata event,
        int position,
        OpportunityState state,
        StageState stage,
        boolean entered,
        Money amount,
        Integer probability,
        LocalDate expectedClose,
        Instant startsAt) {

    /** 0 if nobody told. */
    int pipelineVersion() {
        return state.pipelineVersion() == null ? 0 : state.pipelineVersion();
    }
}
