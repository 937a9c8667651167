package io.kehu.servicedesk.improvement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.ImprovementState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An improvement action as the API shows it. */
@Schema(description = "An improvement action 改进措施")
public record ImprovementView(
        @JsonUnwrapped ImprovementState state,
        @JsonUnwrapped ImprovementPersonal personal,
        @JsonUnwrapped Lifespan lifespan,

        @Schema(description = "Whether it is open and its day is over 逾期")
        boolean overdue)
        implements Versioned {

    static ImprovementView of(ImprovementState state, ImprovementPersonal personal, Lifespan lifespan) {
        var overdue = Improvement.Status.OPEN.name().equals(state.status())
                && state.dueOn().isBefore(LocalDate.now(ZoneOffset.UTC));
        return new ImprovementView(state, personal, lifespan, overdue);
    }

    @Override
    public String path() {
        return "/v1/improvements/" + state.id();
    }
}
