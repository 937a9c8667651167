package io.kehu.reporting.competitor;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.DealParameters;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reports/competitors")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class CompetitorReportResource {

    private final CompetitorReport report;

    CompetitorReportResource(CompetitorReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary =
                    "Competitors 竞争对手: deals against each, closed in the period or open now, with amounts and win rate")
    public CompetitorFigures competitors(@BeanParam PeriodParameters period, @BeanParam DealParameters deals) {
        return report.make(period.period(), deals);
    }
}
