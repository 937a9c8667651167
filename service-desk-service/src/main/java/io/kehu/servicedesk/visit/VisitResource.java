package io.kehu.servicedesk.visit;

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

@Path("/v1/visits")
@Tag(name = "Return visits 回访")
@RunOnVirtualThread
@Idempotent
public class VisitResource {

    private final VisitService service;
    private final VisitReferences references;

    VisitResource(VisitService service, VisitReferences references) {
        this.service = service;
        this.references = references;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("survey:write")
    @Operation(summary = "Plan a return visit 新建回访, owned by the caller")
    public VisitView create(@Valid @NotNull VisitFields fields) {
        return service.create(references.settled(fields));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("survey:read")
    @Operation(summary = "List return visits 回访列表: those that are overdue by filter=status==PLANNED;plannedAt=lt=…")
    public Page<VisitView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("survey:read")
    @Operation(summary = "Count return visits that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get a return visit 查看回访, now or as it was recorded at an instant")
    public VisitView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("survey:write")
    @Operation(summary = "Change fields of a return visit 修改回访 (JSON Merge Patch)")
    public VisitView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = VisitFields.class)))
                    Patch<VisitFields> patch) {
        var before = service.fields(id);
        return service.update(id, patch, references.customer(before, patch.applyTo(before)));
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed("survey:write")
    @Operation(summary = "Tell what came of a return visit 完成回访, with the answer to its survey if one was given")
    public VisitView complete(UUID id, @Valid @NotNull CompleteVisit command) {
        return service.complete(id, command);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("survey:write")
    @Operation(summary = "Cancel a return visit, for a reason 取消")
    public VisitView cancel(UUID id, @Valid @NotNull CancelVisit command) {
        return service.cancel(id, command);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("survey:delete")
    @Operation(summary = "Move a return visit to the recycle bin 删除回访")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("survey:delete")
    @Operation(summary = "Take a return visit back from the recycle bin 恢复回访")
    public VisitView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get the return visit that has a key in another system 按外部编号查看")
    public VisitView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("survey:write")
    @Operation(summary = "Create or change the return visit that has a key in another system 按外部编号新建或更新")
    public RestResponse<VisitView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull VisitFields fields) {
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
