package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.Origin;
import io.kehu.events.StageState;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One stay of a deal in a stage. */
@Schema(description = "A stay in a stage 销售阶段, with what the deal looked like when it came in")
public record StageVisit(
        StageState stage,

        @Schema(description = "When the deal came in 进入时间; absent where nobody knows")
        Instant enteredAt,

        @Schema(description = "When it went on 离开时间; absent while it is there, and where nobody knows")
        Instant leftAt,

        @Schema(description = "How long it stayed 停留时长") Long seconds,
        Money amount,
        LocalDate expectedCloseDate,
        @Schema(description = "Who moved it") String actor,
        @Schema(description = "By what door") Origin origin,
        String reason,
        String lostReason,
        String competitor) {

    StageVisit left(Instant at) {
        var stayed = at == null || enteredAt == null ? null : at.getEpochSecond() - enteredAt.getEpochSecond();
        return new StageVisit(
                stage, enteredAt, at, stayed, amount, expectedCloseDate, actor, origin, reason, lostReason, competitor);
    }
}
