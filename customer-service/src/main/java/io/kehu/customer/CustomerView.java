package io.kehu.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.CustomerState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer as the API shows it. */
@Schema(description = "A customer 客户")
public record CustomerView(
        @JsonUnwrapped CustomerState state,
        @JsonUnwrapped CustomerPersonal personal,
        @JsonUnwrapped Lifespan lifespan,
        @JsonUnwrapped CustomerFigures figures)
        implements Versioned {

    /** As whoever sees the customer only in a pool sees it that hides these fields. */
    CustomerView without(Collection<String> hidden) {
        return new CustomerView(
                HiddenFields.without(state, hidden),
                HiddenFields.without(personal, hidden),
                lifespan,
                HiddenFields.without(figures, hidden));
    }

    @Override
    public String path() {
        return "/v1/customers/" + state.id();
    }
}
