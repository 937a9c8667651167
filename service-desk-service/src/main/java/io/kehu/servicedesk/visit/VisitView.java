package io.kehu.servicedesk.visit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.VisitState;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A return visit as the API shows it. */
@Schema(description = "A return visit 回访")
public record VisitView(
        @JsonUnwrapped VisitState state,
        @JsonUnwrapped VisitPersonal personal,
        @JsonUnwrapped Lifespan lifespan,

        @Schema(description = "Whether it is planned for a time that is over 逾期")
        boolean overdue)
        implements Versioned {

    static VisitView of(VisitState state, VisitPersonal personal, Lifespan lifespan) {
        var overdue = Visit.Status.PLANNED.name().equals(state.status())
                && state.plannedAt().isBefore(EventLog.now());
        return new VisitView(state, personal, lifespan, overdue);
    }

    @Override
    public String path() {
        return "/v1/visits/" + state.id();
    }
}
