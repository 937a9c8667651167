package io.kehu.opportunity;

import io.kehu.events.EventFamily;
import io.kehu.opportunity.assignment.AutoAssignment;
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
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/opportunities")
@Tag(name = "Opportunities 商机")
@RunOnVirtualThread
@Idempotent
public class OpportunityBulkResource {

    private final OpportunityResource single;
    private final OpportunityRepository opportunities;
    private final Batches batches;
    private final ChangeFeed changes;

    OpportunityBulkResource(
            OpportunityResource single, OpportunityRepository opportunities, Batches batches, ChangeFeed changes) {
        this.single = single;
        this.opportunities = opportunities;
        this.batches = batches;
        this.changes = changes;
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("opportunity:write")
    @Operation(
            summary =
                    "Create, change and delete up to 200 opportunities 批量新建、修改、删除, each judged as if it were sent alone;"
                            + " deleting takes opportunity:delete too")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @RestQuery
                    @DefaultValue("refuse")
                    @Pattern(regexp = "refuse|create")
                    @Parameter(description = "create opens likely duplicates all the same, which their history keeps")
                    String onDuplicate,
            @RestQuery
                    @DefaultValue("me")
                    @Pattern(regexp = "me|auto")
                    @Parameter(description = AutoAssignment.PARAMETER)
                    String assign,
            @Valid @NotNull Batch<OpportunityFields> batch) {
        return batches.run(
                batch,
                atomic,
                new BatchCommands<>(
                        "opportunity",
                        fields -> single.open(onDuplicate, assign, fields),
                        single::update,
                        single::delete));
    }

    @GET
    @Path("/changes")
    @RolesAllowed("opportunity:read")
    @Operation(
            summary =
                    "Opportunities that have changed since a cursor 增量同步, with tombstones; take a cursor, read the list,"
                            + " then go on with the cursor")
    public Changes<OpportunityView> changes(@BeanParam ChangesRequest request) {
        return changes.read(EventFamily.OPPORTUNITY, opportunities, Opportunity::view, request);
    }
}
