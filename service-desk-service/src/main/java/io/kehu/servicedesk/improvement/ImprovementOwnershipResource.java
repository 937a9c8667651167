package io.kehu.servicedesk.improvement;

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

@Path("/v1/improvements")
@Tag(name = "Improvement actions 改进措施")
@RunOnVirtualThread
@Idempotent
public class ImprovementOwnershipResource {

    private final ImprovementService service;
    private final ImprovementRepository improvements;
    private final Directory directory;
    private final Sharing sharing;

    ImprovementOwnershipResource(
            ImprovementService service, ImprovementRepository improvements, Directory directory, Sharing sharing) {
        this.service = service;
        this.improvements = improvements;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("survey:write")
    @Operation(summary = "Give an improvement action to another owner 分配")
    public ImprovementView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("survey:write")
    @Operation(
            summary =
                    "Share an improvement action 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public ImprovementView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(improvements, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("survey:write")
    @Operation(summary = "Share an improvement action with a user or a team no longer 移除协作人")
    public ImprovementView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(improvements, id, principal);
    }
}
