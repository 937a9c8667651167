package io.kehu.reporting.satisfaction;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.CsvAnswer;
import io.kehu.reporting.PeriodParameters;
import io.kehu.reporting.SheetAnswer;
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
    @Produces({MediaType.APPLICATION_JSON, CsvAnswer.CSV, SheetAnswer.XLSX})
    @RolesAllowed("report:read")
    @Operation(summary = "Satisfaction 满意度: CSAT with answers and 95 % interval, response rate, means by dimension")
    public Satisfaction satisfaction(
            @BeanParam PeriodParameters period,
            @BeanParam SurveyParameters surveys,
            @RestQuery @Parameter(description = "none, agent, team, type, priority or month 分组") String groupBy) {
        var group = new Argument("groupBy", groupBy).choice(SatisfactionGroup.class, SatisfactionGroup.NONE);
        return report.make(period.period(), surveys, group);
    }
}
