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

@Path("/v1/reports/sales-cycle")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class SalesCycleResource {

    private final SalesCycleReport report;

    SalesCycleResource(SalesCycleReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Sales cycle 成交周期 of won deals by close date: mean, median, 90th percentile of days",
            description = "Days count from opening, or with fromStage from the first entry into that stage.")
    public SalesCycle salesCycle(
            @BeanParam PeriodParameters period,
            @BeanParam DealParameters deals,
            @RestQuery @Parameter(description = GroupBy.DESCRIPTION) String groupBy,
            @RestQuery @Parameter(description = "Code of the stage 阶段 from which on days count; opening when left out")
                    String fromStage) {
        new Argument("stage", deals.stage())
                .refuse("nothing: won deals are in none any more; fromStage says where days begin");
        return report.make(
                period.period(),
                deals,
                new Argument("groupBy", groupBy).choice(GroupBy.class, GroupBy.NONE),
                fromStage);
    }
}
