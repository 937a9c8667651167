package io.kehu.servicedesk;

import io.kehu.events.ExternalId;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.sharing.Share;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.Patch;
import io.kehu.servicedesk.queue.GroupAssignment;
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

@Path("/v1/tickets")
@Tag(name = "Tickets 服务请求")
@RunOnVirtualThread
@Idempotent
public class TicketResource {

    private final TicketService service;
    private final TicketRepository tickets;
    private final TicketHandling handling;
    private final TicketReferences references;
    private final TicketOpening opening;
    private final GroupAssignment groups;
    private final Directory directory;
    private final Sharing sharing;

    TicketResource(
            TicketService service,
            TicketRepository tickets,
            TicketHandling handling,
            TicketReferences references,
            TicketOpening opening,
            GroupAssignment groups,
            Directory directory,
            Sharing sharing) {
        this.service = service;
        this.tickets = tickets;
        this.handling = handling;
        this.references = references;
        this.opening = opening;
        this.groups = groups;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("ticket:write")
    @Operation(summary = "Open a ticket 新建服务请求, owned by the caller until it is assigned")
    public TicketView open(@Valid @NotNull TicketFields fields) {
        var settled = references.settled(fields);
        var candidates = opening.candidates(settled);
        return groups.inTurn(candidates, () -> service.open(settled, candidates));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("ticket:read")
    @Operation(summary = "List tickets 服务请求列表")
    public Page<TicketView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Count tickets by status 服务请求统计")
    public TicketTotals totals() {
        return service.totals();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get a ticket 查看服务请求, now or as it was recorded at an instant")
    public TicketView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("ticket:write")
    @Operation(summary = "Change fields of a ticket 修改服务请求 (JSON Merge Patch)")
    public TicketView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = TicketFields.class)))
                    Patch<TicketFields> patch) {
        var before = service.fields(id);
        var customerId = references.requireNew(before, patch.applyTo(before));
        return service.update(id, patch.referring("customerId", customerId));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("ticket:delete")
    @Operation(summary = "Move a ticket to the recycle bin 删除服务请求")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("ticket:delete")
    @Operation(summary = "Take a ticket back from the recycle bin 恢复服务请求")
    public TicketView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Get the ticket that has a key in another system 按外部编号查看")
    public TicketView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Open or change the ticket that has a key in another system 按外部编号新建或更新")
    public RestResponse<TicketView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @Valid @NotNull TicketFields fields) {
        var settled = references.settled(fields);
        var candidates = opening.candidates(settled);
        return groups.inTurn(candidates, () -> service.upsert(new ExternalId(source, externalId), settled, candidates))
                .response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("ticket:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }

    @GET
    @Path("/{id}/statuses")
    @RolesAllowed("ticket:read")
    @Operation(summary = "The statuses that a ticket went through 状态历史, the first one first")
    public Page<StatusUpdate> statuses(UUID id) {
        return service.statuses(id);
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("ticket:write")
    @Operation(
            summary =
                    "Give a ticket to a person, who owns it from then on, or to a group 分派, which may give it to whose turn it is")
    public TicketView assign(UUID id, @Valid @NotNull Assign command) {
        if (command.assignee() == null) {
            var candidates = groups.candidates(command.group());
            return groups.inTurn(candidates, () -> handling.assign(id, command, candidates));
        }
        var team = directory.assign("assignee", command.assignee(), command.team());
        return handling.assign(id, new Assign(command.assignee(), command.group(), team), null);
    }

    @PUT
    @Path("/{id}/status")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Move a ticket to another status 变更状态")
    public TicketView changeStatus(UUID id, @Valid @NotNull ChangeStatus command) {
        return handling.moveTo(id, command);
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Resolve a ticket that is in progress 解决")
    public TicketView resolve(UUID id, @Valid @NotNull Resolve command) {
        return handling.resolve(id, command);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Close a resolved ticket 关闭, which asks the customer for satisfaction")
    public TicketView close(UUID id) {
        return handling.close(id);
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Take a resolved ticket up again 重新打开")
    public TicketView reopen(UUID id, @Valid @NotNull Reopen command) {
        return handling.reopen(id, command);
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Share a ticket 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public TicketView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(tickets, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("ticket:write")
    @Operation(summary = "Share a ticket with a user or a team no longer 移除协作人")
    public TicketView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(tickets, id, principal);
    }
}
