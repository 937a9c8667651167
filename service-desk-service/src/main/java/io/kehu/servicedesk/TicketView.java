package io.kehu.servicedesk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.Lifespan;
import io.kehu.platform.web.Versioned;
import io.kehu.servicedesk.sla.SlaStanding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket as the API shows it. */
@Schema(description = "A ticket 服务请求")
public record TicketView(
        @JsonUnwrapped TicketState state,
        @JsonUnwrapped TicketPersonal personal,
        @JsonUnwrapped Lifespan lifespan,
        @JsonUnwrapped SlaStanding standing)
        implements Versioned {

    @Override
    public String path() {
        return "/v1/tickets/" + state.id();
    }
}
