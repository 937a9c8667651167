package io.kehu.customer.figures;

import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/customers")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class RollupResource {

    private final Rollups rollups;

    RollupResource(Rollups rollups) {
        this.rollups = rollups;
    }

    @GET
    @Path("/{id}/rollup")
    @RolesAllowed("customer:read")
    @Operation(summary = "Figures of a customer and all below it in its group 集团汇总")
    public GroupRollup rollup(UUID id) {
        return rollups.of(id);
    }
}
