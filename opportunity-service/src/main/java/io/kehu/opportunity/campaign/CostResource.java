package io.kehu.opportunity.campaign;

import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/campaigns/{id}/costs")
@Tag(name = "Campaigns 市场活动")
@RunOnVirtualThread
@Idempotent
public class CostResource {

    private final CostService service;

    CostResource(CostService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed("campaign:read")
    @Operation(summary = "What a campaign has cost 实际费用, line by line")
    public Costs listCosts(UUID id) {
        return service.of(id);
    }

    @POST
    @ResponseStatus(200)
    @RolesAllowed("campaign:write")
    @Operation(summary = "Book a cost of a campaign 登记费用")
    public CampaignView bookCost(UUID id, @Valid @NotNull CostLine line) {
        return service.book(id, line);
    }

    @PUT
    @Path("/{costId}")
    @RolesAllowed("campaign:write")
    @Operation(summary = "Correct a cost of a campaign 更正费用; the history keeps what it was")
    public CampaignView correctCost(UUID id, UUID costId, @Valid @NotNull CostLine line) {
        return service.correct(id, costId, line);
    }
}
