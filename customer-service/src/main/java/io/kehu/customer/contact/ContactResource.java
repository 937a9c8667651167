package io.kehu.customer.contact;

import io.kehu.events.ExternalId;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.sharing.Share;
import io.kehu.platform.sharing.Sharing;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/contacts")
@Tag(name = "Contacts 联系人")
@RunOnVirtualThread
@Idempotent
public class ContactResource {

    private final ContactService service;
    private final ContactRepository contacts;
    private final Directory directory;
    private final Sharing sharing;

    ContactResource(ContactService service, ContactRepository contacts, Directory directory, Sharing sharing) {
        this.service = service;
        this.contacts = contacts;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("contact:write")
    @Operation(summary = "Create a contact 新建联系人, owned by the caller")
    public ContactView create(@Valid @NotNull ContactFields fields) {
        return service.create(fields);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("contact:read")
    @Operation(summary = "List contacts 联系人列表")
    public Page<ContactView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("contact:read")
    @Operation(summary = "Count the contacts that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("contact:read")
    @Operation(summary = "Get a contact 查看联系人, now or as it was recorded at an instant")
    public ContactView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("contact:write")
    @Operation(summary = "Change fields of a contact 修改联系人 (JSON Merge Patch)")
    public ContactView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ContactFields.class)))
                    Patch<ContactFields> patch) {
        return service.update(id, patch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("contact:delete")
    @Operation(summary = "Move a contact to the recycle bin 删除联系人")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("contact:delete")
    @Operation(summary = "Take a contact back from the recycle bin 恢复联系人")
    public ContactView restore(UUID id) {
        return service.restore(id);
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("contact:write")
    @Operation(summary = "Give a contact to another owner 分配")
    public ContactView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("contact:read")
    @Operation(summary = "Get the contact that has a key in another system 按外部编号查看")
    public ContactView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("contact:write")
    @Operation(summary = "Create or change the contact that has a key in another system 按外部编号新建或更新")
    public RestResponse<ContactView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @RestQuery @Parameter(description = "Owner 负责人 of a new one; the caller when left out") String owner,
            @RestQuery @Parameter(description = "Team 所属部门 of a new one; the owner's when left out") String team,
            @Valid @NotNull ContactFields fields) {
        return service.upsert(new ExternalId(source, externalId), fields, directory.ownerOfNew(owner, team))
                .response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("contact:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("contact:write")
    @Operation(summary = "Share a contact 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public ContactView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(contacts, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("contact:write")
    @Operation(summary = "Share a contact with a user or a team no longer 移除协作人")
    public ContactView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(contacts, id, principal);
    }
}
