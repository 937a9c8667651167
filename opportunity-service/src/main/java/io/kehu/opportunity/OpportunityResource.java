package io.kehu.opportunity;

import io.kehu.events.ExternalId;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
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

@Path("/v1/opportunities")
@Tag(name = "Opportunities 商机")
@RunOnVirtualThread
@Idempotent
public class OpportunityResource {

    private final OpportunityService service;
    private final StageService stages;
    private final OpportunityReferences references;
    private final DealDuplicateFinder finder;
    private final DealCandidates candidates;

    OpportunityResource(
            OpportunityService service,
            StageService stages,
            OpportunityReferences references,
            DealDuplicateFinder finder,
            DealCandidates candidates) {
        this.service = service;
        this.stages = stages;
        this.references = references;
        this.finder = finder;
        this.candidates = candidates;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("opportunity:write")
    @Operation(
            summary =
                    "Open an opportunity 新建商机, owned by the caller; 409 opportunity.duplicate with the candidates in details if the"
                            + " customer has an open one of the same name")
    public OpportunityView open(
            @RestQuery
                    @DefaultValue("refuse")
                    @Pattern(regexp = "refuse|create")
                    @Parameter(description = "create opens it all the same, which its history keeps")
                    String onDuplicate,
            @RestQuery
                    @DefaultValue("me")
                    @Pattern(regexp = "me|auto")
                    @Parameter(description = AutoAssignment.PARAMETER)
                    String assign,
            @Valid @NotNull OpportunityFields fields) {
        var settled = references.settle(null, fields).in(fields);
        var chosenFrom = assign.equals("auto") ? candidates.of(settled) : null;
        return candidates.inTurn(chosenFrom, () -> service.open(settled, onDuplicate.equals("create"), chosenFrom));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("opportunity:read")
    @Operation(summary = "List opportunities 商机列表")
    public Page<OpportunityView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Number and amounts of opportunities 商机统计, by kind of stage")
    public OpportunityTotals totals() {
        return service.totals();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Get an opportunity 查看商机, now or as it was recorded at an instant")
    public OpportunityView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("opportunity:write")
    @Operation(summary = "Change fields of an opportunity 修改商机 (JSON Merge Patch); a list of lines is replaced whole")
    public OpportunityView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = OpportunityFields.class)))
                    Patch<OpportunityFields> patch) {
        var before = service.fields(id);
        var after = patch.applyTo(before);
        var settled = references.settle(before, after);
        return service.update(id, patch.referring("customerId", settled.customerId()), settled);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("opportunity:delete")
    @Operation(summary = "Move an opportunity to the recycle bin 删除商机")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("opportunity:delete")
    @Operation(summary = "Take an opportunity back from the recycle bin 恢复商机")
    public OpportunityView restore(UUID id) {
        return service.restore(id);
    }

    @PUT
    @Path("/{id}/stage")
    @RolesAllowed("opportunity:write")
    @Operation(summary = "Move an opportunity to another stage 推进阶段; won 赢单 and lost 输单 are stages")
    public OpportunityView changeStage(UUID id, @Valid @NotNull ChangeStage command) {
        return stages.change(id, references.settled(command));
    }

    @PUT
    @Path("/{id}/pipeline")
    @RolesAllowed("opportunity:write")
    @Operation(
            summary = "Let an opportunity go on in another pipeline, or in the newest version of its own 变更销售流程;"
                    + " its stage history 阶段历史 stays")
    public OpportunityView changePipeline(UUID id, @Valid @NotNull ChangePipeline command) {
        return stages.changePipeline(id, command);
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed("opportunity:write")
    @Operation(summary = "Open a closed opportunity again 重新打开")
    public OpportunityView reopen(UUID id, @Valid @NotNull ReopenOpportunity command) {
        return stages.reopen(id, command);
    }

    @GET
    @Path("/{id}/stages")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Which stages it has been in, how long, by whom 阶段历史")
    public StageHistory stages(UUID id) {
        return stages.history(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Get the opportunity that has a key in another system 按外部编号查看")
    public OpportunityView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("opportunity:write")
    @Operation(summary = "Open or change the opportunity that has a key in another system 按外部编号新建或更新")
    public RestResponse<OpportunityView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @RestQuery
                    @DefaultValue("me")
                    @Pattern(regexp = "me|auto")
                    @Parameter(description = AutoAssignment.PARAMETER)
                    String assign,
            @Valid @NotNull OpportunityFields fields) {
        var pair = new ExternalId(source, externalId);
        var present = service.fields(pair).orElse(null);
        var settled = references.settle(present, fields).in(fields);
        var chosenFrom = present == null && assign.equals("auto") ? candidates.of(settled) : null;
        return candidates
                .inTurn(chosenFrom, () -> service.upsert(pair, settled, chosenFrom))
                .response();
    }

    @GET
    @Path("/{id}/duplicates")
    @RolesAllowed("opportunity:read")
    @Operation(
            summary = "Open opportunities of the customer under a similar name 查重, which may be the same as this one")
    public DealDuplicates duplicates(UUID id) {
        return finder.of(id);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("opportunity:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
