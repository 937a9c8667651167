package io.kehu.activity;

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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/activities")
@Tag(name = "Activities 活动/跟进记录")
@RunOnVirtualThread
@Idempotent
public class ActivityResource {

    private final ActivityService service;
    private final ActivityRepository activities;
    private final ActivityReferences references;
    private final Sharing sharing;

    ActivityResource(
            ActivityService service, ActivityRepository activities, ActivityReferences references, Sharing sharing) {
        this.service = service;
        this.activities = activities;
        this.references = references;
        this.sharing = sharing;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("activity:write")
    @Operation(summary = "Log an activity 写跟进, against a customer or an opportunity")
    public ActivityView log(@Valid @NotNull ActivityFields fields) {
        return service.log(references.settled(fields));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("activity:read")
    @Operation(summary = "List activities 跟进列表")
    public Page<ActivityView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("activity:read")
    @Operation(summary = "Count the activities that the caller may see 总数")
    public Totals totals() {
        return service.count();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("activity:read")
    @Operation(summary = "Get an activity 查看跟进, now or as it was recorded at an instant")
    public ActivityView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(Patch.MEDIA_TYPE)
    @RolesAllowed("activity:write")
    @Operation(summary = "Change fields of an activity 修改跟进 (JSON Merge Patch)")
    public ActivityView update(
            UUID id,
            @NotNull @RequestBody(content = @Content(schema = @Schema(implementation = ActivityFields.class)))
                    Patch<ActivityFields> patch) {
        var before = service.fields(id);
        var customerId = references.require(before, patch.applyTo(before));
        return service.update(id, patch.referring("customerId", customerId));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("activity:delete")
    @Operation(summary = "Move an activity to the recycle bin 删除跟进")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("activity:delete")
    @Operation(summary = "Take an activity back from the recycle bin 恢复跟进")
    public ActivityView restore(UUID id) {
        return service.restore(id);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("activity:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }

    @PUT
    @Path("/{id}/collaborators")
    @RolesAllowed("activity:write")
    @Operation(summary = "Share an activity 添加协作人 with a user or a team: a username, or a path such as /sales/east")
    public ActivityView share(UUID id, @RestQuery @NotBlank String principal, @Valid @NotNull Share share) {
        return sharing.add(activities, id, principal, share);
    }

    @DELETE
    @Path("/{id}/collaborators")
    @RolesAllowed("activity:write")
    @Operation(summary = "Share an activity with a user or a team no longer 移除协作人")
    public ActivityView unshare(UUID id, @RestQuery @NotBlank String principal) {
        return sharing.remove(activities, id, principal);
    }
}
