package io.kehu.servicedesk.link;

import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/tickets/{id}/links")
@Tag(name = "Tickets 服务请求")
@RunOnVirtualThread
@Idempotent
public class TicketLinkResource {

    private final TicketLinks links;

    TicketLinkResource(TicketLinks links) {
        this.links = links;
    }

    @GET
    @RolesAllowed("ticket:read")
    @Operation(summary = "List the tickets that a ticket has to do with 关联请求, whichever of the two says it")
    public Page<TicketLinkView> listLinks(UUID id) {
        return new Page<>(links.of(id), null, null);
    }

    @PUT
    @RolesAllowed("ticket:write")
    @Operation(summary = "Link a ticket to another 添加关联请求: its parent, one that it repeats, or a related one")
    public Page<TicketLinkView> link(UUID id, @Valid @NotNull LinkTicket link) {
        return new Page<>(links.add(id, link), null, null);
    }

    @DELETE
    @Path("/{kind}/{ticketId}")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Take a link to another ticket back 移除关联请求")
    public void unlink(UUID id, LinkKind kind, UUID ticketId) {
        links.remove(id, new LinkTicket(kind, ticketId));
    }
}
