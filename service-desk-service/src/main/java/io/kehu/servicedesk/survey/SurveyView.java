package io.kehu.servicedesk.survey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.SurveyState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A survey as the API shows it. */
@Schema(description = "A satisfaction survey 满意度调查")
public record SurveyView(
        @JsonUnwrapped SurveyState state,
        @JsonUnwrapped SurveyPersonal personal,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/surveys/" + state.id();
    }
}
