package io.kehu.opportunity.target;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.TargetState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.money.Decimals;
import io.kehu.platform.web.Versioned;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sales target as the API shows it. */
@Schema(description = "A sales target 业绩目标")
public record TargetView(
        @JsonUnwrapped TargetState state,
        @Schema(description = "Of the whole year 全年目标") BigDecimal total,
        @JsonUnwrapped Lifespan lifespan)
        implements Versioned {

    static TargetView of(TargetState state, Lifespan lifespan) {
        var total = state.months().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TargetView(state, Decimals.plain(total), lifespan);
    }

    @Override
    public String path() {
        return "/v1/targets/" + state.id();
    }
}
