package io.kehu.opportunity.target;

import io.kehu.events.ExternalId;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.Patch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/targets")
@Tag(name = "Sales targets 业绩目标")
@RunOnVirtualThread
@Idempotent
public class TargetResource {

    private final TargetService service;
    private final Directory directory;

    TargetResource(TargetService service, Directory directory) {
        this.service = service;
        this.directory = directory;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("target:write")
    @Operation(
            summary =
                    "Set a sales target 新建业绩目标 for the company, a team or a user; 409 target.taken if there is one for this year")
    public TargetView create(@Valid @NotNull TargetFields fields) {
        return service.create(Subject.of(fields, directory), fields);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("target:read")
    @Operation(summary = "List sales targets 业绩目标列表")
    public Page<TargetView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("target:read")
    @Operation(summary = "Count the sales targets that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("target:read")
    @Operation(summary = "Get a sales target 查看业绩目标, now or as it was recorded at an instant")
    public TargetView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("target:write")
    @Operation(summary = "Change the months of a sales target 修改业绩目标 (JSON Merge Patch)")
    public TargetView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = TargetFields.class)))
                    Patch<TargetFields> patch) {
        return service.update(id, patch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("target:delete")
    @Operation(summary = "Move a sales target to the recycle bin 删除业绩目标")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("target:delete")
    @Operation(summary = "Take a sales target back from the recycle bin 恢复业绩目标")
    public TargetView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("target:read")
    @Operation(summary = "Get the sales target that has a key in another system 按外部编号查看")
    public TargetView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("target:write")
    @Operation(summary = "Create or change the sales target that has a key in another system 按外部编号新建或更新")
    public RestResponse<TargetView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull TargetFields fields) {
        return service.upsert(new ExternalId(source, externalId), Subject.of(fields, directory), fields)
                .response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("target:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
