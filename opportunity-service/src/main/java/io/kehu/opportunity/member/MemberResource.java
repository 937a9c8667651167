package io.kehu.opportunity.member;

import io.kehu.platform.batch.Batch;
import io.kehu.platform.batch.BatchAnswer;
import io.kehu.platform.batch.BatchCommands;
import io.kehu.platform.batch.Batches;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.MindsItsKey;
import io.kehu.platform.web.Patch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/campaigns/{id}/members")
@Tag(name = "Campaigns 市场活动")
@RunOnVirtualThread
@Idempotent
public class MemberResource {

    private final MemberService service;
    private final MemberReferences references;
    private final Batches batches;

    MemberResource(MemberService service, MemberReferences references, Batches batches) {
        this.service = service;
        this.references = references;
        this.batches = batches;
    }

    @GET
    @RolesAllowed("campaign:read")
    @Operation(summary = "List the members of a campaign 活动成员, the newest first")
    public Page<MemberView> listMembers(
            UUID id,
            @RestQuery @Parameter(description = "Only those who have come just so far 参与状态") MemberStatus status,
            @RestQuery @Parameter(description = "Where the last page ended: its nextCursor 游标") String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.page(id, status, cursor, limit);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("campaign:write")
    @Operation(
            summary =
                    "Add a lead or a contact to a campaign 添加活动成员; 409 campaign-member.twice if the campaign has it already")
    public MemberView addMember(UUID id, @Valid @NotNull MemberFields fields) {
        service.requireChangeable(id);
        return service.add(id, references.settled(fields));
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("campaign:write")
    @Operation(
            summary = "Add, change and remove up to 200 members 批量添加、修改、移除, each judged as if it were sent alone;"
                    + " removing takes campaign:delete too")
    public BatchAnswer batchMembers(
            UUID id,
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @Valid @NotNull Batch<MemberFields> batch) {
        service.requireChangeable(id);
        return batches.run(
                batch,
                atomic,
                new BatchCommands<>(
                        "campaign",
                        fields -> service.add(id, references.settled(fields)),
                        (memberId, patch) -> service.update(id, memberId, patch),
                        memberId -> service.remove(id, memberId)));
    }

    @GET
    @Path("/{memberId}")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Get a member of a campaign 查看活动成员")
    public MemberView getMember(UUID id, UUID memberId) {
        return service.get(id, memberId);
    }

    @PATCH
    @Path("/{memberId}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("campaign:write")
    @Operation(
            summary =
                    "Say what has come of an invitation 更新参与情况 (JSON Merge Patch): registered, attended, responded, and when")
    public MemberView updateMember(
            UUID id,
            UUID memberId,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = MemberFields.class)))
                    Patch<MemberFields> patch) {
        return service.update(id, memberId, patch);
    }

    @DELETE
    @Path("/{memberId}")
    @RolesAllowed("campaign:delete")
    @Operation(summary = "Remove a member from a campaign 移除活动成员")
    public void removeMember(UUID id, UUID memberId) {
        service.remove(id, memberId);
    }

    @GET
    @Path("/{memberId}/history")
    @RolesAllowed("campaign:read")
    @Operation(summary = "Who changed what of a member, when 变更历史, the newest first")
    public HistoryPage memberHistory(
            UUID id,
            UUID memberId,
            @RestQuery Long before,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, memberId, before, limit);
    }
}
