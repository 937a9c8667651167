package io.kehu.customer.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.ContactState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact as the API shows it. */
@Schema(description = "A contact 联系人")
public record ContactView(
        @JsonUnwrapped ContactState state,
        @JsonUnwrapped ContactPersonal personal,
        @JsonUnwrapped Lifespan lifespan) implements Versioned {

    @Override
    public String path() {
        return "/v1/contacts/" + state.id();
    }
}
