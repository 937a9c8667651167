package io.kehu.servicedesk.priority;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/ticket-priorities")
@Tag(name = "Ticket priorities 优先级")
@RunOnVirtualThread
@Idempotent
public class PriorityMatrixResource {

    private final PriorityMatrices matrices;

    PriorityMatrixResource(PriorityMatrices matrices) {
        this.matrices = matrices;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get the matrix by which priorities follow from impact and urgency 查看优先级矩阵, as it is now")
    public PriorityMatrixView getMatrix() {
        return matrices.view();
    }

    @GET
    @Path("/versions")
    @RolesAllowed("ticket:read")
    @Operation(summary = "List the versions of the matrix of priorities 优先级矩阵历史版本, the newest first, all on one page")
    public Page<PriorityMatrixView> listMatrixVersions() {
        return new Page<>(matrices.versions(), null, null);
    }

    @PUT
    @RolesAllowed("ticket:admin")
    @Operation(
            summary =
                    "Set by which matrix priorities follow from impact and urgency 设置优先级矩阵: that makes another version; a ticket keeps its priority until its impact or urgency changes")
    public PriorityMatrixView putMatrix(@Valid @NotNull PriorityMatrix matrix) {
        return matrices.put(matrix);
    }
}
