package io.kehu.servicedesk.visit;

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

@Path("/v1/visits")
@Tag(name = "Return visits 回访")
@RunOnVirtualThread
@Idempotent
public class VisitBulkResource {

    private final VisitResource single;
    private final VisitRepository visits;
    private final Batches batches;
    private final ChangeFeed changes;

    VisitBulkResource(VisitResource single, VisitRepository visits, Batches batches, ChangeFeed changes) {
        this.single = single;
        this.visits = visits;
        this.batches = batches;
        this.changes = changes;
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("survey:write")
    @Operation(
            summary =
                    "Create, change and delete up to 200 return visits 批量新建、修改、删除, each judged as if it were sent alone;"
                            + " deleting takes survey:delete too")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @Valid @NotNull Batch<VisitFields> batch) {
        return batches.run(
                batch, atomic, new BatchCommands<>("survey", single::create, single::update, single::delete));
    }

    @GET
    @Path("/changes")
    @RolesAllowed("survey:read")
    @Operation(
            summary =
                    "Return visits that have changed since a cursor 增量同步, with tombstones; take a cursor, read the list,"
                            + " then go on with the cursor")
    public Changes<VisitView> changes(@BeanParam ChangesRequest request) {
        return changes.read(EventFamily.VISIT, visits, Visit::view, request);
    }
}
