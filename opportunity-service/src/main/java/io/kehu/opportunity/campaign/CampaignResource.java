package io.kehu.opportunity.campaign;

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

@Path("/v1/campaigns")
@Tag(name = "Campaigns 市场活动")
@RunOnVirtualThread
@Idempotent
public class CampaignResource {

    private final CampaignService service;

    CampaignResource(CampaignService service) {
        this.service = service;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("campaign:write")
    @Operation(summary = "Create a campaign 新建市场活动, owned by the caller")
    public CampaignView create(@Valid @NotNull CampaignFields fields) {
        return service.create(fields);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("campaign:read")
    @Operation(summary = "List campaigns 市场活动列表")
    public Page<CampaignView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Count the campaigns that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Get a campaign 查看市场活动, now or as it was recorded at an instant")
    public CampaignView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("campaign:write")
    @Operation(summary = "Change fields of a campaign 修改市场活动 (JSON Merge Patch)")
    public CampaignView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = CampaignFields.class)))
                    Patch<CampaignFields> patch) {
        return service.update(id, patch);
    }

    @PUT
    @Path("/{id}/status")
    @RolesAllowed("campaign:write")
    @Operation(summary = "Move a campaign to another status 活动状态")
    public CampaignView changeStatus(UUID id, @Valid @NotNull ChangeCampaignStatus command) {
        return service.move(id, command);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("campaign:delete")
    @Operation(summary = "Move a campaign to the recycle bin 删除市场活动, unless leads, deals or forms name it")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("campaign:delete")
    @Operation(summary = "Take a campaign back from the recycle bin 恢复市场活动")
    public CampaignView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Get the campaign that has a key in another system 按外部编号查看")
    public CampaignView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("campaign:write")
    @Operation(summary = "Create or change the campaign that has a key in another system 按外部编号新建或更新")
    public RestResponse<CampaignView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull CampaignFields fields) {
        return service.upsert(new ExternalId(source, externalId), fields).response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
