package io.kehu.reporting.target;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.Credit;
import io.kehu.reporting.SvgAnswer;
import io.kehu.reporting.TableAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reports/targets")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class TargetReportResource {

    private final TargetReport report;

    TargetReportResource(TargetReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(summary = "Sales targets 业绩目标 of a year: target, achieved, gap and pace, by month, team and user")
    public TargetFigures targets(
            @RestQuery @Min(2000) @Max(2100) @Parameter(description = "Year 年度; this one when left out") Integer year,
            @RestQuery
                    @Parameter(
                            description =
                                    "won_amount, won_count, contract_amount or collected_amount 指标; won_amount when left out")
                    String metric,
            @RestQuery
                    @Parameter(
                            description =
                                    "owner (unless said) at the closing, or split 业绩分配: those among whom a won deal is split,"
                                            + " by their shares")
                    String credit,
            @RestQuery @Parameter(description = "Path of a team, or username, whose targets alone are told")
                    String subject,
            @RestQuery @Parameter(description = "Time zone of the months 时区, the company's unless said")
                    String timeZone) {
        var zone = new Argument("timeZone", timeZone).zone();
        var measured = new Argument("metric", metric).choice(Metric.class, Metric.WON_AMOUNT);
        var credited = new Argument("credit", credit);
        if (measured.source() != Metric.Source.WON) {
            credited.refuse("only with metrics of won deals");
        }
        return report.make(
                year == null ? LocalDate.now(zone).getYear() : year,
                measured,
                credited.choice(Credit.class, Credit.OWNER),
                subject,
                zone);
    }
}
