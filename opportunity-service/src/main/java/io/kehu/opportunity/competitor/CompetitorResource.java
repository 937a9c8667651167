package io.kehu.opportunity.competitor;

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

@Path("/v1/competitors")
@Tag(name = "Competitors 竞争对手")
@RunOnVirtualThread
@Idempotent
public class CompetitorResource {

    private final CompetitorService service;

    CompetitorResource(CompetitorService service) {
        this.service = service;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("competitor:write")
    @Operation(summary = "Create a competitor 新建竞争对手; 409 competitor.name-taken if there is one of this name")
    public CompetitorView create(@Valid @NotNull CompetitorFields fields) {
        return service.create(fields);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("competitor:read")
    @Operation(
            summary =
                    "List competitors 竞争对手列表; the deals that one is in are /v1/opportunities?filter=competitors.competitorId==…")
    public Page<CompetitorView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Count the competitors 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Get a competitor 查看竞争对手, now or as it was recorded at an instant")
    public CompetitorView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("competitor:write")
    @Operation(summary = "Change fields of a competitor 修改竞争对手 (JSON Merge Patch)")
    public CompetitorView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = CompetitorFields.class)))
                    Patch<CompetitorFields> patch) {
        return service.update(id, patch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("competitor:delete")
    @Operation(summary = "Move a competitor to the recycle bin 删除竞争对手, unless a deal or market research names it")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("competitor:delete")
    @Operation(summary = "Take a competitor back from the recycle bin 恢复竞争对手")
    public CompetitorView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Get the competitor that has a key in another system 按外部编号查看")
    public CompetitorView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("competitor:write")
    @Operation(summary = "Create or change the competitor that has a key in another system 按外部编号新建或更新")
    public RestResponse<CompetitorView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull CompetitorFields fields) {
        return service.upsert(new ExternalId(source, externalId), fields).response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
