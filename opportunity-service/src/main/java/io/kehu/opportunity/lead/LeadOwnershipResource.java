package io.kehu.opportunity.lead;

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

@Path("/v1/leads")
@Tag(name = "Leads 线索")
@RunOnVirtualThread
@Idempotent
public class LeadOwnershipResource {

    private final LeadService service;
    private final LeadRepository leads;
    private final LeadCandidates candidates;
    private final Directory directory;
    private final Sharing sharing;

    LeadOwnershipResource(
            LeadService service,
            LeadRepository leads,
            LeadCandidates candidates,
            Directory directory,
            Sharing sharing) {
        this.service = service;
        this.leads = leads;
        this.candidates = candidates;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("lead:write")
    @Operation(summary = "Give a lead to another owner 分配; a new one becomes ASSIGNED")
    public LeadView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @POST
    @Path("/{id}/auto-assign")
    @RolesAllowed("lead:write")
    @Operation(
            summary =
                    "Give a lead to whom the assignment rules choose 自动分配; 409 assignment.nobody if no rule fits or all are away")
    public LeadView autoAssign(UUID id) {
        var chosenFrom = candidates.of(service.fields(id));
        return candidates.inTurn(chosenFrom, () -> service.autoAssign(id, chosenFrom));
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("lead:write")
    @Operation(summary = "Share a lead 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public LeadView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(leads, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("lead:write")
    @Operation(summary = "Share a lead with a user or a team no longer 移除协作人")
    public LeadView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(leads, id, principal);
    }
}
