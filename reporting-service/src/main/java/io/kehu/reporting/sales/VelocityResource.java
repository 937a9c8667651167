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

@Path("/v1/reports/velocity")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class VelocityResource {

    private final VelocityReport report;

    VelocityResource(VelocityReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Sales velocity 销售速度: opportunities × win rate × average amount ÷ cycle",
            description =
                    "Opportunities are those open at the end of the period, or now; win rate, average amount of won"
                            + " deals and mean cycle are of the deals closed in it. The answer is an amount per day.")
    public Velocity velocity(
            @BeanParam PeriodParameters period,
            @BeanParam DealParameters deals,
            @RestQuery @Parameter(description = GroupBy.DESCRIPTION + "; not month or quarter") String groupBy) {
        var argument = new Argument("groupBy", groupBy);
        var group = argument.choice(GroupBy.class, GroupBy.NONE);
        if (group.temporal()) {
            throw argument.misfit("no month or quarter, because what is open has no close date");
        }
        return report.make(period.period(), deals, group);
    }
}
