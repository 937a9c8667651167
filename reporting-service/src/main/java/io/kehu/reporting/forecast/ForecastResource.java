package io.kehu.reporting.forecast;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.DealParameters;
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

@Path("/v1/reports/forecast")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class ForecastResource {

    private final ForecastReport report;

    ForecastResource(ForecastReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Forecast 销售预测 of what is going to be won, by month and forecast category",
            description =
                    "The stated forecast is Σ amount × probability of the open deals by the month in which they are"
                            + " expected to close. Beside it stands what history expects: of the deals that stood in the same stage at"
                            + " the same age when the same month of a past quarter began, the share that was won in the first, second"
                            + " … twelfth month from then, times the deal's amount, or the average amount won in the year before where"
                            + " it has none; few observations are drawn towards any month, all ages of the stage and all deals. Its error is told by a back-test:"
                            + " each past quarter is forecast with what was known when it began, and compared with what was won of the"
                            + " deals open then (WAPE: Σ |expected − came| ÷ Σ came). With at= it answers what it said then beside what"
                            + " came. Outcomes of past deals are those known today; deals in other currencies are left out. Also as"
                            + " CSV, and as a chart in SVG.")
    public Forecast forecast(
            @RestQuery
                    @Parameter(
                            description = "The instant from which it looks ahead 时点, now unless said; never the future")
                    String at,
            @RestQuery
                    @Parameter(description = "Only what had been recorded by then counts for the stated figures 已知时点")
                    String knownAt,
            @RestQuery @Parameter(description = "Time zone of the months 时区, the company's unless said")
                    String timeZone,
            @BeanParam DealParameters deals) {
        var instant = new Argument("at", at).pastInstant();
        var known = new Argument("knownAt", knownAt).pastInstant();
        return report.make(new ForecastQuestion(
                instant == null ? EventLog.now() : instant,
                instant != null,
                known,
                new Argument("timeZone", timeZone).zone(),
                deals));
    }
}
