package io.kehu.reporting.satisfaction;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.PeriodParameters;
import io.kehu.reporting.SvgAnswer;
import io.kehu.reporting.TableAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reports/satisfaction")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class SatisfactionResource {

    private final SatisfactionReport report;

    SatisfactionResource(SatisfactionReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary =
                    "Satisfaction 满意度: CSAT, NPS 净推荐值 or CES 费力度 with answers and 95 % interval, response rate, means by dimension",
            description =
                    "One kind of survey at a time, because their scales differ; so do those of CUSTOM questionnaires, which tell means"
                            + " and no shares: filter or group these by questionnaire. Also as CSV and XLSX, and as a chart in SVG: a line with"
                            + " its intervals if grouped by time, else bars.")
    public Satisfaction satisfaction(
            @BeanParam PeriodParameters period,
            @BeanParam SurveyParameters surveys,
            @RestQuery @Parameter(description = SurveyKind.DESCRIPTION) String kind,
            @RestQuery
                    @Parameter(
                            description =
                                    "Scores of this dimension 维度 instead of the overall ones, for instance SERVICE_ATTITUDE")
                    String dimension,
            @RestQuery @Parameter(description = SatisfactionGroup.DESCRIPTION) String groupBy) {
        return report.make(new SatisfactionQuestion(
                period.period(),
                surveys,
                new Argument("kind", kind).choice(SurveyKind.class, SurveyKind.CSAT),
                dimension,
                new Argument("groupBy", groupBy).choice(SatisfactionGroup.class, SatisfactionGroup.NONE)));
    }
}
