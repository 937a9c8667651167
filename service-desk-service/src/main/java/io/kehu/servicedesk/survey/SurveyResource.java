package io.kehu.servicedesk.survey;

import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/surveys")
@Tag(name = "Surveys 满意度调查")
@RunOnVirtualThread
@Idempotent
public class SurveyResource {

    private final SurveyService service;

    SurveyResource(SurveyService service) {
        this.service = service;
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

    @POST
    @Path("/{id}/answer")
    @RolesAllowed("survey:write")
    @Operation(summary = "Answer a survey on behalf of the customer 代客户评价, once")
    public SurveyView answer(UUID id, @Valid @NotNull SurveyAnswer answer) {
        return service.answer(id, answer);
    }
}
