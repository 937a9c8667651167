package io.kehu.servicedesk.sla;

import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sla-clocks")
@Tag(name = "Service levels 服务级别")
@RunOnVirtualThread
@Idempotent
public class SlaClockResource {

    private final SlaClocks clocks;

    SlaClockResource(SlaClocks clocks) {
        this.clocks = clocks;
    }

    @GET
    @Path("/totals")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Count the clocks of all tickets by status and verdict 服务级别计时统计")
    public SlaClockTotals totals() {
        return clocks.totals();
    }
}
