package io.kehu.opportunity.research;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/market-research")
@Tag(name = "Market research 市场调研")
@RunOnVirtualThread
@Idempotent
public class ResearchResource {

    private final ResearchService service;
    private final ResearchReferences references;

    ResearchResource(ResearchService service, ResearchReferences references) {
        this.service = service;
        this.references = references;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("competitor:write")
    @Operation(summary = "Create a piece of market research 新建市场调研, owned by the caller")
    public ResearchView create(@Valid @NotNull ResearchFields fields) {
        return service.create(settled(fields));
    }

    private ResearchFields settled(ResearchFields fields) {
        return fields.settled(
                references.customer(null, fields.customerId()),
                references.competitors(List.of(), fields.intelligence()));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("competitor:read")
    @Operation(
            summary =
                    "List market research 市场调研列表: a customer's needs by filter=customerId==…, what is known of a competitor"
                            + " by filter=intelligence.competitorId==…")
    public Page<ResearchView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Count the pieces of market research that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Get a piece of market research 查看市场调研, now or as it was recorded at an instant")
    public ResearchView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("competitor:write")
    @Operation(summary = "Change fields of a piece of market research 修改市场调研 (JSON Merge Patch)")
    public ResearchView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ResearchFields.class)))
                    Patch<ResearchFields> patch) {
        var before = service.fields(id);
        var after = patch.applyTo(before);
        var customerId = references.customer(before.customerId(), after.customerId());
        return service.update(
                id,
                patch.referring("customerId", customerId),
                references.competitors(before.intelligence(), after.intelligence()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("competitor:delete")
    @Operation(summary = "Move a piece of market research to the recycle bin 删除市场调研")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("competitor:delete")
    @Operation(summary = "Take a piece of market research back from the recycle bin 恢复市场调研")
    public ResearchView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("competitor:read")
    @Operation(summary = "Get the piece of market research that has a key in another system 按外部编号查看")
    public ResearchView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("competitor:write")
    @Operation(summary = "Create or change the piece of market research that has a key in another system 按外部编号新建或更新")
    public RestResponse<ResearchView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull ResearchFields fields) {
        return service.upsert(new ExternalId(source, externalId), settled(fields))
                .response();
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
