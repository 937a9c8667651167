package io.kehu.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.CustomerState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer as the API shows it. */
@Schema(description = "A customer 客户")
public record CustomerView(
        @JsonUnwrapped CustomerState state,
        @JsonUnwrapped CustomerPersonal personal,
        @JsonUnwrapped Lifespan lifespan,
        @JsonUnwrapped CustomerFigures figures)
        implements Versioned {

    @Override
    public String path() {
        return "/v1/customers/" + state.id();
    }
}
