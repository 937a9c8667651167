package io.kehu.servicedesk.survey;

import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.kehu.platform.web.NeverReplayed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/surveys")
@Tag(name = "Surveys 满意度调查")
@RunOnVirtualThread
@Idempotent
public class SurveyResource {

    private final SurveyService service;
    private final SubjectsByHand subjects;
    private final Invitations invitations;

    SurveyResource(SurveyService service, SubjectsByHand subjects, Invitations invitations) {
        this.service = service;
        this.subjects = subjects;
        this.invitations = invitations;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed("survey:write")
    @Operation(
            summary =
                    "Send a survey by hand 手动发送满意度调查, owned by the caller; it is withheld if the questionnaire's quiet days say so")
    public SurveyView send(@Valid @NotNull SendSurvey command) {
        return service.send(command.questionnaire(), subjects.of(command));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("survey:read")
    @Operation(summary = "List surveys 满意度调查列表")
    public Page<SurveyView> list(@BeanParam ListRequest request) {
        return service.page(request);
    }

    @GET
    @Path("/totals")
    @RolesAllowed("survey:read")
    @Operation(summary = "Count surveys and answers 满意度调查统计")
    public SurveyTotals totals() {
        return service.totals();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get a survey 查看满意度调查, now or as it was recorded at an instant")
    public SurveyView get(UUID id, @RestQuery Instant asOf) {
        return asOf == null ? service.get(id) : service.get(id, asOf);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("survey:read")
    @Operation(summary = "Who changed what, when 变更历史, the newest first")
    public HistoryPage history(
            UUID id, @RestQuery Long before, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return service.history(id, before, limit);
    }

    @GET
    @Path("/by-external")
    @RolesAllowed("survey:read")
    @Operation(summary = "Get the survey that has a key in another system 按外部编号查看")
    public SurveyView getByExternalId(@RestQuery @NotBlank String source, @RestQuery @NotBlank String externalId) {
        return service.get(new ExternalId(source, externalId));
    }

    @POST
    @Path("/{id}/invitation")
    @NeverReplayed
    @RolesAllowed("survey:write")
    @Operation(
            summary = "Make a link by which the customer answers a survey 生成邀请链接: told this once, good until the survey"
                    + " expires, and the one of before is void; sending it is yours")
    public Invitation invite(UUID id) {
        return invitations.renew(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("survey:delete")
    @Operation(summary = "Move a survey to the recycle bin 删除满意度调查; its link is void")
    public void delete(UUID id) {
        service.delete(id);
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("survey:delete")
    @Operation(summary = "Take a survey back from the recycle bin 恢复满意度调查")
    public SurveyView restore(UUID id) {
        return service.restore(id);
    }

    @POST
    @Path("/{id}/answer")
    @RolesAllowed("survey:write")
    @Operation(summary = "Answer a survey on behalf of the customer 代客户评价, once")
    public SurveyView answer(UUID id, @Valid @NotNull SurveyAnswer answer) {
        return service.answer(id, answer);
    }
}
