package io.kehu.reporting.driver;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.PeriodParameters;
import io.kehu.reporting.SvgAnswer;
import io.kehu.reporting.TableAnswer;
import io.kehu.reporting.driver.Answers.Question;
import io.kehu.reporting.satisfaction.SurveyKind;
import io.kehu.reporting.satisfaction.SurveyParameters;
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

@Path("/v1/reports/satisfaction-drivers")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class SatisfactionDriversResource {

    private static final String METHOD = """
            The overall score is explained by a linear regression on the scores by dimension and on facts of the ticket: hours to \
            the first response and to the solution (by their logarithm), whether it was reopened, whether a service level was \
            breached. The importance of each is its part of R² averaged over all orders in which they can be taken in: LMG \
            (Lindeman, Merenda and Gold 1980), the Shapley value of R², see Grömping 2006, Journal of Statistical Software 17. \
            Unlike a correlation it counts nothing twice that two of them tell together. Its 95 % intervals are basic bootstrap \
            intervals (Davison and Hinkley 1997) from 400 draws of at most 512 lots of answers with a fixed seed: the same answers \
            give the same intervals.

            Left out, and named, is what fewer than half of the answers tell, what is constant, what others tell to 98 %, and \
            what goes beyond ten; of the rest only answers that tell all of it are used. Fewer than 30 such answers, or than 10 \
            for each, say nothing. Importance is no proof of a cause. Also as CSV and XLSX, and as a chart in SVG.""";

    private final DriverReport report;

    SatisfactionDriversResource(DriverReport report) {
        this.report = report;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary =
                    "Satisfaction drivers 满意度关键因素: how much each dimension and fact of the ticket moves the overall score, with intervals",
            description = METHOD)
    public SatisfactionDrivers satisfactionDrivers(
            @BeanParam PeriodParameters period,
            @BeanParam SurveyParameters surveys,
            @RestQuery @Parameter(description = SurveyKind.DESCRIPTION) String kind) {
        return report.make(new Question(
                period.period(), surveys, new Argument("kind", kind).choice(SurveyKind.class, SurveyKind.CSAT)));
    }
}
