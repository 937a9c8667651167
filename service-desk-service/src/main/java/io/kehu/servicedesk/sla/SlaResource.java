package io.kehu.servicedesk.sla;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.kehu.servicedesk.Tickets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/tickets/{id}/sla")
@Tag(name = "Service levels 服务级别")
@RunOnVirtualThread
@Idempotent
public class SlaResource {

    private final Tickets tickets;
    private final SlaClocks clocks;

    SlaResource(Tickets tickets, SlaClocks clocks) {
        this.tickets = tickets;
        this.clocks = clocks;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(
            summary =
                    "List the clocks of a ticket 服务级别计时, the first one first: what was promised, when it is due, what is used up, and whether it was met or breached")
    public Page<SlaClockView> listClocks(UUID id) {
        tickets.require(id);
        return new Page<>(clocks.views(id), null, null);
    }
}
