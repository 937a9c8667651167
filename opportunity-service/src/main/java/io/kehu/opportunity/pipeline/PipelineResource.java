package io.kehu.opportunity.pipeline;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/pipelines")
@Tag(name = "Pipelines 销售流程")
@RunOnVirtualThread
@Idempotent
public class PipelineResource {

    private final PipelineRepository pipelines;

    PipelineResource(PipelineRepository pipelines) {
        this.pipelines = pipelines;
    }

    @GET
    @RolesAllowed("opportunity:read")
    @Operation(summary = "List pipelines 销售流程列表 with their stages, all on one page")
    public Page<PipelineView> list() {
        return new Page<>(pipelines.listAll().stream().map(Pipeline::view).toList(), null, null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Get a pipeline 查看销售流程 with its stages")
    public PipelineView get(String code) {
        return pipelines.require(code).view();
    }
}
