package io.kehu.reporting.sales;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.GroupBy;
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

@Path("/v1/reports/lost-reasons")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class LostReasonsResource {

    private final LostReasonsReport report;

    LostReasonsResource(LostReasonsReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Lost reasons 丢单原因 by close date: counts, amounts and shares, in total and by one dimension",
            description = "Also as CSV and XLSX, and as a chart in SVG.")
    public LostReasons lostReasons(
            @BeanParam PeriodParameters period,
            @BeanParam DealParameters deals,
            @RestQuery @Parameter(description = GroupBy.DESCRIPTION) String groupBy) {
        return report.make(
                period.period(), deals, new Argument("groupBy", groupBy).choice(GroupBy.class, GroupBy.NONE));
    }
}
