package io.kehu.reporting.desk;

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

@Path("/v1/reports/service-desk")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class ServiceDeskResource {

    private final ServiceDeskReport report;

    ServiceDeskResource(ServiceDeskReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary =
                    "Service desk 服务台: volume, backlog, first response and resolution times, service levels, reopening, by one dimension",
            description =
                    "Each figure counts on the day when it became true: a ticket opened in one month and resolved in the next"
                            + " is in the volume of the first and the resolutions of the second. Agents, teams and all else are those of"
                            + " today, so groupBy=agent tells the workload 工作量. Verdicts of other systems are told apart from those of"
                            + " Kehu's clocks. Also as CSV and XLSX, and as a chart in SVG.")
    public ServiceDesk serviceDesk(
            @BeanParam PeriodParameters period,
            @BeanParam TicketParameters tickets,
            @RestQuery
                    @Parameter(description = "Time of the backlog, for instance 2026-01-31T08:00:00Z; now unless said")
                    String at,
            @RestQuery @Parameter(description = DeskGroup.DESCRIPTION) String groupBy) {
        return report.make(new DeskQuestion(
                period.period(),
                tickets,
                new Argument("at", at).pastInstant(),
                new Argument("groupBy", groupBy).choice(DeskGroup.class, DeskGroup.NONE)));
    }
}
