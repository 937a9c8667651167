package io.kehu.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.ActivityState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An activity as the API shows it.
 *
 * @param performedBy the owner, under the name by which it is written
 */
@Schema(description = "An activity 活动/跟进记录")
public record ActivityView(
        @JsonUnwrapped ActivityState state,
        @JsonUnwrapped ActivityPersonal personal,
        String performedBy,
        @JsonUnwrapped Lifespan lifespan)
        implements Versioned {

    static ActivityView of(ActivityState state, ActivityPersonal personal, Lifespan lifespan) {
        return new ActivityView(state, personal, state.owner(), lifespan);
    }

    @Override
    public String path() {
        return "/v1/activities/" + state.id();
    }
}
