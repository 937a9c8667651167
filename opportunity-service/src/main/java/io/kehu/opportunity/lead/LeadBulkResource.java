package io.kehu.opportunity.lead;

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

@Path("/v1/leads")
@Tag(name = "Leads 线索")
@RunOnVirtualThread
@Idempotent
public class LeadBulkResource {

    private final LeadService service;
    private final LeadResource single;
    private final LeadRepository leads;
    private final Batches batches;
    private final ChangeFeed changes;

    LeadBulkResource(
            LeadService service, LeadResource single, LeadRepository leads, Batches batches, ChangeFeed changes) {
        this.service = service;
        this.single = single;
        this.leads = leads;
        this.batches = batches;
        this.changes = changes;
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("lead:write")
    @Operation(
            summary = "Create, change and delete up to 200 leads 批量新建、修改、删除, each judged as if it were sent alone;"
                    + " deleting takes lead:delete too")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @RestQuery
                    @DefaultValue("refuse")
                    @Pattern(regexp = "refuse|create")
                    @Parameter(description = "create creates likely duplicates all the same, which their history keeps")
                    String onDuplicate,
            @RestQuery
                    @DefaultValue("me")
                    @Pattern(regexp = "me|auto")
                    @Parameter(description = AutoAssignment.PARAMETER)
                    String assign,
            @Valid @NotNull Batch<LeadFields> batch) {
        return batches.run(
                batch,
                atomic,
                new BatchCommands<>(
                        "lead",
                        fields -> single.create(onDuplicate, assign, fields),
                        service::update,
                        service::delete));
    }

    @GET
    @Path("/changes")
    @RolesAllowed("lead:read")
    @Operation(
            summary = "Leads that have changed since a cursor 增量同步, with tombstones; take a cursor, read the list,"
                    + " then go on with the cursor")
    public Changes<LeadView> changes(@BeanParam ChangesRequest request) {
        return changes.read(EventFamily.LEAD, leads, Lead::view, request);
    }
}
