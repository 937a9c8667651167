package io.kehu.activity;

import io.kehu.events.EventFamily;
import io.kehu.platform.batch.Batch;
import io.kehu.platform.batch.BatchAnswer;
import io.kehu.platform.batch.BatchCommands;
import io.kehu.platform.batch.Batches;
import io.kehu.platform.changes.ChangeFeed;
import io.kehu.platform.changes.Changes;
import io.kehu.platform.changes.ChangesRequest;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.MindsItsKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/activities")
@Tag(name = "Activities 活动/跟进记录")
@RunOnVirtualThread
@Idempotent
public class ActivityBulkResource {

    private final ActivityResource single;
    private final ActivityRepository activities;
    private final Batches batches;
    private final ChangeFeed changes;

    ActivityBulkResource(ActivityResource single, ActivityRepository activities, Batches batches, ChangeFeed changes) {
        this.single = single;
        this.activities = activities;
        this.batches = batches;
        this.changes = changes;
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("activity:write")
    @Operation(
            summary = "Create, change and delete up to 200 activities 批量新建、修改、删除, each judged as if it were sent alone;"
                    + " deleting takes activity:delete too")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @Valid @NotNull Batch<ActivityFields> batch) {
        return batches.run(batch, atomic, new BatchCommands<>("activity", single::log, single::update, single::delete));
    }

    @GET
    @Path("/changes")
    @RolesAllowed("activity:read")
    @Operation(
            summary = "Activities that have changed since a cursor 增量同步, with tombstones; take a cursor, read the list,"
                    + " then go on with the cursor")
    public Changes<ActivityView> changes(@BeanParam ChangesRequest request) {
        return changes.read(EventFamily.ACTIVITY, activities, Activity::view, request);
    }
}
