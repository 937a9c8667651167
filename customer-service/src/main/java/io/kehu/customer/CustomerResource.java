package io.kehu.customer;

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
import jakarta.validation.constraints.Pattern;
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

@Path("/v1/customers")
@Tag(name = "Customers 客户")
@RunOnVirtualThread
@Idempotent
public class CustomerResource {

    private final CustomerService service;
    private final CustomerRepository customers;
    private final CustomerReferences references;
    private final GroupService groups;
    private final Directory directory;
    private final Sharing sharing;

    CustomerResource(
            CustomerService service,
            CustomerRepository customers,
            CustomerReferences references,
            GroupService groups,
            Directory directory,
            Sharing sharing) {
        this.service = service;
        this.customers = customers;
        this.references = references;
        this.groups = groups;
        this.directory = directory;
        this.sharing = sharing;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("customer:write")
    @Operation(
            summary =
                    "Create a customer 新建客户, owned by the caller; 409 customer.duplicate with the candidates in details if there is"
                            + " likely the same one already")
    public CustomerView create(
            @RestQuery
                    @DefaultValue("refuse")
                    @Pattern(regexp = "refuse|create")
                    @Parameter(description = "create creates it all the same, which its history keeps")
                    String onDuplicate,
            @Valid @NotNull CustomerFields fields) {
        references.judge(fields);
        return service.create(fields, onDuplicate.equals("create"));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("customer:read")
    @Operation(summary = "List customers 客户列表")
    public Page<CustomerView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("customer:read")
    @Operation(summary = "Count the customers that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("customer:read")
    @Operation(summary = "Get a customer 查看客户, now or as it was recorded at an instant")
    public CustomerView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("customer:write")
    @Operation(summary = "Change fields of a customer 修改客户 (JSON Merge Patch)")
    public CustomerView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = CustomerFields.class)))
                    Patch<CustomerFields> patch) {
        references.judge(id, patch);
        return service.update(id, patch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("customer:delete")
    @Operation(summary = "Move a customer to the recycle bin 删除客户")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("customer:delete")
    @Operation(summary = "Take a customer back from the recycle bin 恢复客户")
    public CustomerView restore(UUID id) {
        return service.restore(id);
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("customer:write")
    @Operation(summary = "Give a customer to another owner 分配")
    public CustomerView assign(UUID id, @Valid @NotNull Assignment assignment) {
        return service.assign(id, directory.complete(assignment));
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("customer:read")
    @Operation(summary = "Get the customer that has a key in another system 按外部编号查看")
    public CustomerView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("customer:write")
    @Operation(summary = "Create or change the customer that has a key in another system 按外部编号新建或更新")
    public RestResponse<CustomerView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @RestQuery @Parameter(description = "Owner 负责人 of a new one; the caller when left out") String owner,
            @RestQuery @Parameter(description = "Team 所属部门 of a new one; the owner's when left out") String team,
            @Valid @NotNull CustomerFields fields) {
        var pair = new ExternalId(source, externalId);
        references.judge(pair, fields);
        return service.upsert(pair, fields, directory.ownerOfNew(owner, team)).response();
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("customer:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }

    @PUT
    @Path("/{id}/parent")
    @RolesAllowed("customer:write")
    @Operation(summary = "Place a customer below another in its group 设置上级客户")
    public CustomerView setParent(UUID id, @Valid @NotNull Parent parent) {
        return groups.setParent(id, parent);
    }

    @DELETE
    @Path("/{id}/parent")
    @RolesAllowed("customer:write")
    @Operation(summary = "Take a customer out of its group 取消上级客户")
    public CustomerView removeParent(UUID id) {
        return groups.removeParent(id);
    }

    @GET
    @Path("/{id}/hierarchy")
    @RolesAllowed("customer:read")
    @Operation(summary = "The group that a customer belongs to 集团架构, as far as the caller may see it")
    public HierarchyNode hierarchy(UUID id) {
        return groups.hierarchy(id);
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("customer:write")
    @Operation(summary = "Share a customer 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public CustomerView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(customers, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("customer:write")
    @Operation(summary = "Share a customer with a user or a team no longer 移除协作人")
    public CustomerView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(customers, id, principal);
    }
}
