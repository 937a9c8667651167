package io.kehu.servicedesk.improvement;

import io.kehu.events.ExternalId;
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

@Path("/v1/improvements")
@Tag(name = "Improvement actions 改进措施")
@RunOnVirtualThread
@Idempotent
public class ImprovementResource {

    private final ImprovementService service;
    private final ImprovementReferences references;

    ImprovementResource(ImprovementService service, ImprovementReferences references) {
        this.service = service;
        this.references = references;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("survey:write")
    @Operation(summary = "Open an improvement action 新建改进措施, owned by the caller")
    public ImprovementView create(@Valid @NotNull ImprovementFields fields) {
        return service.create(references.settled(fields));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("survey:read")
    @Operation(summary = "List improvement actions 改进措施列表")
    public Page<ImprovementView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("survey:read")
    @Operation(summary = "Count improvement actions that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get an improvement action 查看改进措施, now or as it was recorded at an instant")
    public ImprovementView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("survey:write")
    @Operation(summary = "Change fields of an improvement action 修改改进措施 (JSON Merge Patch)")
    public ImprovementView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ImprovementFields.class)))
                    Patch<ImprovementFields> patch) {
        var before = service.fields(id);
        return service.update(id, patch, references.customer(before, patch.applyTo(before)));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed("survey:write")
    @Operation(summary = "End an improvement action 完成改进, and see what the answers since are like")
    public ImprovementView complete(UUID id) {
        return service.complete(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("survey:write")
    @Operation(summary = "Cancel an improvement action, for a reason 取消")
    public ImprovementView cancel(UUID id, @Valid @NotNull CancelImprovement command) {
        return service.cancel(id, command);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("survey:delete")
    @Operation(summary = "Move an improvement action to the recycle bin 删除改进措施")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("survey:delete")
    @Operation(summary = "Take an improvement action back from the recycle bin 恢复改进措施")
    public ImprovementView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get the improvement action that has a key in another system 按外部编号查看")
    public ImprovementView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("survey:write")
    @Operation(summary = "Create or change the improvement action that has a key in another system 按外部编号新建或更新")
    public RestResponse<ImprovementView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull ImprovementFields fields) {
        return service.upsert(new ExternalId(source, externalId), references.settled(fields))
                .response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("survey:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
