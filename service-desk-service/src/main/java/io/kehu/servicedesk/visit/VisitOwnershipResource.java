package io.kehu.servicedesk.visit;

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

@Path("/v1/visits")
@Tag(name = "Return visits 回访")
@RunOnVirtualThread
@Idempotent
public class VisitOwnershipResource {

    private final VisitService service;
    private final VisitRepository visits;
    private final Directory directory;
    private final Sharing sharing;

    VisitOwnershipResource(VisitService service, VisitRepository visits, Directory directory, Sharing sharing) {
        this.service = service;
        this.visits = visits;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("survey:write")
    @Operation(summary = "Give a return visit to another owner 分配")
    public VisitView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("survey:write")
    @Operation(summary = "Share a return visit 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public VisitView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(visits, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("survey:write")
    @Operation(summary = "Share a return visit with a user or a team no longer 移除协作人")
    public VisitView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(visits, id, principal);
    }
}
