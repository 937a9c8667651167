package io.kehu.opportunity.lead;

import io.kehu.events.ExternalId;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
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

@Path("/v1/leads")
@Tag(name = "Leads 线索")
@RunOnVirtualThread
@Idempotent
public class LeadResource {

    private final LeadService service;
    private final LeadDuplicateFinder finder;
    private final LeadCandidates candidates;

    LeadResource(LeadService service, LeadDuplicateFinder finder, LeadCandidates candidates) {
        this.service = service;
        this.finder = finder;
        this.candidates = candidates;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("lead:write")
    @Operation(
            summary =
                    "Create a lead 新建线索, owned by the caller; 409 lead.duplicate with the candidates in details if somebody works"
                            + " on one of the same phone or e-mail already")
    public LeadView create(
            @RestQuery
                    @DefaultValue("refuse")
                    @Pattern(regexp = "refuse|create")
                    @Parameter(description = "create creates it all the same, which its history keeps")
                    String onDuplicate,
            @RestQuery
                    @DefaultValue("me")
                    @Pattern(regexp = "me|auto")
                    @Parameter(description = AutoAssignment.PARAMETER)
                    String assign,
            @Valid @NotNull LeadFields fields) {
        var chosenFrom = assign.equals("auto") ? candidates.of(fields) : null;
        return candidates.inTurn(chosenFrom, () -> service.create(fields, onDuplicate.equals("create"), chosenFrom));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("lead:read")
    @Operation(summary = "List leads 线索列表")
    public Page<LeadView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("lead:read")
    @Operation(summary = "Count the leads that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("lead:read")
    @Operation(summary = "Get a lead 查看线索, now or as it was recorded at an instant")
    public LeadView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("lead:write")
    @Operation(summary = "Change fields of a lead 修改线索 (JSON Merge Patch)")
    public LeadView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = LeadFields.class)))
                    Patch<LeadFields> patch) {
        return service.update(id, patch);
    }

    @PUT
    @Path("/{id}/status")
    @RolesAllowed("lead:write")
    @Operation(summary = "Move a lead to another status 跟进状态")
    public LeadView changeStatus(UUID id, @Valid @NotNull ChangeLeadStatus command) {
        return service.move(id, command);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("lead:delete")
    @Operation(summary = "Move a lead to the recycle bin 删除线索")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("lead:delete")
    @Operation(summary = "Take a lead back from the recycle bin 恢复线索")
    public LeadView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("lead:read")
    @Operation(summary = "Get the lead that has a key in another system 按外部编号查看")
    public LeadView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @PUT
    @Path("/by-external")
    @RolesAllowed("lead:write")
    @Operation(summary = "Create or change the lead that has a key in another system 按外部编号新建或更新")
    public RestResponse<LeadView> upsert(
            @RestQuery @NotBlank String source,
            @RestQuery @NotBlank String externalId,
            @RestQuery
                    @DefaultValue("me")
                    @Pattern(regexp = "me|auto")
                    @Parameter(description = AutoAssignment.PARAMETER)
                    String assign,
            @Valid @NotNull LeadFields fields) {
        var chosenFrom = assign.equals("auto") ? candidates.of(fields) : null;
        return candidates
                .inTurn(chosenFrom, () -> service.upsert(new ExternalId(source, externalId), fields, chosenFrom))
                .response();
    }

    @GET
    @Path("/{id}/duplicates")
    @RolesAllowed("lead:read")
    @Operation(summary = "Leads that may be the same as this one 查重, by phone, e-mail and company")
    public LeadDuplicates duplicates(UUID id) {
        return finder.of(id);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("lead:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }
}
