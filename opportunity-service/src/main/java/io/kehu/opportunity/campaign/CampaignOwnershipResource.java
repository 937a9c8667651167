package io.kehu.opportunity.campaign;

import io.kehu.platform.access.Assignment;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.sharing.Share;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/campaigns")
@Tag(name = "Campaigns 市场活动")
@RunOnVirtualThread
@Idempotent
public class CampaignOwnershipResource {

    private final CampaignService service;
    private final CampaignRepository campaigns;
    private final Directory directory;
    private final Sharing sharing;

    CampaignOwnershipResource(
            CampaignService service, CampaignRepository campaigns, Directory directory, Sharing sharing) {
        this.service = service;
        this.campaigns = campaigns;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("campaign:write")
    @Operation(summary = "Give a campaign to another owner 分配")
    public CampaignView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("campaign:write")
    @Operation(
            summary = "Share a campaign 添加协作人 with a user or a team: a username, or a path such as /sales/east;"
                    + " whoever is to name it on leads and deals needs to see it")
    public CampaignView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(campaigns, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("campaign:write")
    @Operation(summary = "Share a campaign with a user or a team no longer 移除协作人")
    public CampaignView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(campaigns, id, principal);
    }
}
