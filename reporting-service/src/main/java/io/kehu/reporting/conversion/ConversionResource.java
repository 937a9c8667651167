package io.kehu.reporting.conversion;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.LeadParameters;
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

@Path("/v1/reports/conversion")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class ConversionResource {

    private final ConversionReport report;

    ConversionResource(ConversionReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Conversion 转化率 of the leads created in a period: lead → qualified → converted → won",
            description =
                    "By source channel unless said. Whether a lead's deal is won is told of all that came of the"
                            + " leads that the caller sees, amounts of the deals that he sees. Also as CSV and XLSX, and as a chart in SVG.")
    public Conversion conversion(
            @BeanParam PeriodParameters period,
            @BeanParam LeadParameters leads,
            @RestQuery
                    @Parameter(
                            description =
                                    "source (unless said), campaign, owner, team, industry, region, form, month, quarter, year or none 分组")
                    String groupBy) {
        return report.make(
                period.period(), leads, new Argument("groupBy", groupBy).choice(LeadGroup.class, LeadGroup.SOURCE));
    }
}
