package io.kehu.contract;

import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/contracts")
@Tag(name = "Contracts 合同")
@RunOnVirtualThread
@Idempotent
public class ContractResource {

    private final ContractService service;
    private final ContractRepository contracts;
    private final ContractProgress progress;
    private final ContractReferences references;
    private final Sharing sharing;

    ContractResource(
            ContractService service,
            ContractRepository contracts,
            ContractProgress progress,
            ContractReferences references,
            Sharing sharing) {
        this.service = service;
        this.contracts = contracts;
        this.progress = progress;
        this.references = references;
        this.sharing = sharing;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("contract:write")
    @Operation(summary = "Draft a contract 新建合同, owned by the caller")
    public ContractView create(@Valid @NotNull ContractFields fields) {
        return service.create(references.settled(fields));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("contract:read")
    @Operation(summary = "List contracts 合同列表")
    public Page<ContractView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("contract:read")
    @Operation(summary = "Count and sum of the contracts by status 合同统计")
    public ContractTotals totals() {
        return service.totals();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("contract:read")
    @Operation(summary = "Get a contract 查看合同, now or as it was recorded at an instant")
    public ContractView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("contract:write")
    @Operation(
            summary = "Change fields of an unsigned contract 修改合同 (JSON Merge Patch), which then needs approval again")
    public ContractView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ContractFields.class)))
                    Patch<ContractFields> patch) {
        var before = service.editable(id);
        var customerId = references.require(before, patch.applyTo(before));
        return service.update(id, patch.referring("customerId", customerId));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("contract:delete")
    @Operation(summary = "Move a draft to the recycle bin 删除合同")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("contract:delete")
    @Operation(summary = "Take a draft back from the recycle bin 恢复合同")
    public ContractView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("contract:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }

    @POST
    @Path("/{id}/submit")
    @RolesAllowed("contract:write")
    @Operation(summary = "Submit a contract for approval 提交审批")
    public ContractView submit(UUID id, @Valid Comment comment) {
        return progress.submit(id, comment);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed("contract:write")
    @Operation(summary = "Take a submitted contract back 撤回")
    public ContractView withdraw(UUID id, @Valid OptionalReason reason) {
        return progress.withdraw(id, reason);
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed("contract:approve")
    @Operation(summary = "Approve a contract 审批通过; not by whoever submitted it")
    public ContractView approve(UUID id, @Valid Comment comment) {
        return progress.approve(id, comment);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("contract:approve")
    @Operation(summary = "Reject a contract 审批驳回")
    public ContractView reject(UUID id, @Valid @NotNull Reason reason) {
        return progress.reject(id, reason);
    }

    @POST
    @Path("/{id}/sign")
    @RolesAllowed("contract:write")
    @Operation(summary = "Say that an approved contract is signed 签署")
    public ContractView sign(UUID id, @Valid @NotNull SignContract command) {
        return progress.sign(id, command);
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed("contract:write")
    @Operation(summary = "Begin to carry out a signed contract 开始执行")
    public ContractView start(UUID id) {
        return progress.start(id);
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed("contract:write")
    @Operation(summary = "Complete a contract 完成")
    public ContractView complete(UUID id, @Valid OptionalReason reason) {
        return progress.complete(id, reason);
    }

    @POST
    @Path("/{id}/terminate")
    @RolesAllowed("contract:write")
    @Operation(summary = "End a signed contract early 终止")
    public ContractView terminate(UUID id, @Valid @NotNull Reason reason) {
        return progress.terminate(id, reason);
    }

    @POST
    @Path("/{id}/void")
    @RolesAllowed("contract:write")
    @Operation(summary = "Give up an unsigned contract 作废")
    public ContractView voidDraft(UUID id, @Valid OptionalReason reason) {
        return progress.voidDraft(id, reason);
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("contract:write")
    @Operation(summary = "Share a contract 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public ContractView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(contracts, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("contract:write")
    @Operation(summary = "Share a contract with a user or a team no longer 移除协作人")
    public ContractView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(contracts, id, principal);
    }
}
