package io.kehu.reporting.desk;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.PeriodParameters;
import io.kehu.reporting.SvgAnswer;
import io.kehu.reporting.TableAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reports/common-problems")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class CommonProblemsResource {

    private final CommonProblemsReport report;

    CommonProblemsResource(CommonProblemsReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary =
                    "Common problems 常见问题: tickets opened in the period by category, root cause or product, with their repeat rate",
            description =
                    "A ticket is a repetition 重复请求 if its customer had opened another of the same group in the days before."
                            + " Tickets that were rejected, duplicate or cancelled do not count. Also as CSV and XLSX, and as a chart in SVG.")
    public CommonProblems commonProblems(
            @BeanParam PeriodParameters period,
            @BeanParam TicketParameters tickets,
            @RestQuery @Parameter(description = ProblemGroup.DESCRIPTION) String groupBy,
            @RestQuery
                    @DefaultValue("30")
                    @Min(1)
                    @Max(366)
                    @Parameter(description = "Within how many days asking again counts; 30 unless said")
                    int repeatDays,
            @RestQuery
                    @DefaultValue("20")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "How many problems are told at most; 20 unless said")
                    int top) {
        return report.make(
                period.period(),
                tickets,
                new Argument("groupBy", groupBy).choice(ProblemGroup.class, ProblemGroup.CATEGORY),
                repeatDays,
                top);
    }
}
