package io.kehu.servicedesk.survey;

import io.kehu.events.EventFamily;
import io.kehu.platform.batch.Batch;
import io.kehu.platform.batch.BatchAnswer;
import io.kehu.platform.batch.BatchCommands;
import io.kehu.platform.batch.Batches;
import io.kehu.platform.changes.ChangeFeed;
import io.kehu.platform.changes.Changes;
import io.kehu.platform.changes.ChangesRequest;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.MindsItsKey;
import io.kehu.platform.web.Patch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/surveys")
@Tag(name = "Surveys 满意度调查")
@RunOnVirtualThread
@Idempotent
public class SurveyBulkResource {

    private final SurveyResource single;
    private final SurveyRepository surveys;
    private final Batches batches;
    private final ChangeFeed changes;

    SurveyBulkResource(SurveyResource single, SurveyRepository surveys, Batches batches, ChangeFeed changes) {
        this.single = single;
        this.surveys = surveys;
        this.batches = batches;
        this.changes = changes;
    }

    @POST
    @Path("/batch")
    @MindsItsKey
    @ResponseStatus(207)
    @RolesAllowed("survey:write")
    @Operation(
            summary = "Send and delete up to 200 surveys 批量发送、删除, each judged as if it were sent alone; deleting takes"
                    + " survey:delete too, and none is updated")
    public BatchAnswer batch(
            @RestQuery @Parameter(description = Batches.ATOMIC) boolean atomic,
            @Valid @NotNull Batch<SendSurvey> batch) {
        return batches.run(
                batch,
                atomic,
                new BatchCommands<>("survey", single::send, SurveyBulkResource::unchangeable, single::delete));
    }

    /** What has been asked is not asked otherwise. */
    private static SurveyView unchangeable(UUID id, Patch<SendSurvey> patch) {
        throw new RuleViolation("survey.unchangeable");
    }

    @GET
    @Path("/changes")
    @RolesAllowed("survey:read")
    @Operation(
            summary = "Surveys that have changed since a cursor 增量同步, with tombstones; take a cursor, read the list,"
                    + " then go on with the cursor")
    public Changes<SurveyView> changes(@BeanParam ChangesRequest request) {
        return changes.read(EventFamily.SURVEY, surveys, Survey::view, request);
    }
}
