package io.kehu.opportunity.pipeline;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/pipelines")
@Tag(name = "Pipelines 销售流程")
@RunOnVirtualThread
@Idempotent
public class PipelineResource {

    private final PipelineRepository pipelines;
    private final PipelineService service;

    PipelineResource(PipelineRepository pipelines, PipelineService service) {
        this.pipelines = pipelines;
        this.service = service;
    }

    @GET
    @RolesAllowed("opportunity:read")
    @Operation(summary = "List pipelines 销售流程列表 with their stages, as they are now, all on one page")
    public Page<PipelineView> list() {
        return new Page<>(pipelines.current().stream().map(Pipeline::view).toList(), null, null);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Get a pipeline 查看销售流程 with its stages, as it is now")
    public PipelineView get(String code) {
        return pipelines.require(code).view();
    }

    @GET
    @Path("/{code}/versions")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "List the versions of a pipeline 销售流程历史版本, the newest first, all on one page")
    public Page<PipelineView> versions(String code) {
        pipelines.require(code);
        return new Page<>(pipelines.versions(code).stream().map(Pipeline::view).toList(), null, null);
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("opportunity:admin")
    @Operation(
            summary =
                    "Define a pipeline, or change one 定义销售流程: that makes another version, and deals go on in the one that they were opened in")
    public PipelineView putPipeline(
            @Pattern(regexp = "[A-Z][A-Z0-9_]{0,49}") String code, @Valid @NotNull PipelineFields fields) {
        return service.put(code, fields);
    }
}
