package io.kehu.opportunity.research;

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

@Path("/v1/market-research")
@Tag(name = "Market research 市场调研")
@RunOnVirtualThread
@Idempotent
public class ResearchOwnershipResource {

    private final ResearchService service;
    private final ResearchRepository research;
    private final Directory directory;
    private final Sharing sharing;

    ResearchOwnershipResource(
            ResearchService service, ResearchRepository research, Directory directory, Sharing sharing) {
        this.service = service;
        this.research = research;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("competitor:write")
    @Operation(summary = "Give a piece of market research to another owner 分配")
    public ResearchView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("competitor:write")
    @Operation(
            summary =
                    "Share a piece of market research 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public ResearchView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(research, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("competitor:write")
    @Operation(summary = "Share a piece of market research with a user or a team no longer 移除协作人")
    public ResearchView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(research, id, principal);
    }
}
