package io.kehu.reporting.campaign;

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

@Path("/v1/reports/campaigns")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class CampaignReportResource {

    private final CampaignReport report;

    CampaignReportResource(CampaignReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary =
                    "Effect of campaigns 市场活动效果 that start in the period: members, leads, deals, revenue, cost and ROI,"
                            + " ranked")
    public CampaignFigures campaigns(
            @BeanParam PeriodParameters period,
            @BeanParam CampaignParameters campaigns,
            @RestQuery
                    @Parameter(
                            description =
                                    "first, last or linear 归因方式: to which of the campaigns that touched it a deal is"
                                            + " credited; first when left out")
                    String attribution,
            @RestQuery
                    @Parameter(
                            description =
                                    "roi, revenue, won, leads, conversion or response_rate 排名依据; roi when left out")
                    String rankBy) {
        return report.make(
                period.period(),
                campaigns,
                new Argument("attribution", attribution).choice(Attribution.class, Attribution.FIRST),
                new Argument("rankBy", rankBy).choice(Ranking.class, Ranking.ROI));
    }
}
