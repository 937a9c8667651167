package io.kehu.opportunity;

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

@Path("/v1/pipelines/{code}/move")
@Tag(name = "Pipelines 销售流程")
@RunOnVirtualThread
@Idempotent
public class PipelineMoveResource {

    private final StageService stages;
    private final PipelineMoves moves;

    PipelineMoveResource(StageService stages, PipelineMoves moves) {
        this.stages = stages;
        this.moves = moves;
    }

    @PUT
    @RolesAllowed("opportunity:admin")
    @Operation(
            summary =
                    "Let all open deals of older versions go on in the newest 批量迁移至新版本, in the background, whoever owns"
                            + " them; ordered again, it begins anew")
    public PipelineMove moveToNewest(String code, @Valid @NotNull MoveToNewest command) {
        return stages.moveToNewest(code, command);
    }

    @GET
    @RolesAllowed("opportunity:admin")
    @Operation(summary = "How far the last such order is 迁移进度")
    public PipelineMove getMove(String code) {
        return moves.require(code);
    }
}
