package io.kehu.reporting.funnel;

import io.kehu.platform.web.Idempotent;
import io.kehu.reporting.Argument;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.PeriodParameters;
import io.kehu.reporting.SvgAnswer;
import io.kehu.reporting.TableAnswer;
import io.kehu.reporting.Tabular;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/reports/funnel")
@Tag(name = "Reports 报表")
@RunOnVirtualThread
@Idempotent
public class FunnelResource {

    private final SnapshotReport snapshots;
    private final CohortReport cohorts;

    FunnelResource(SnapshotReport snapshots, CohortReport cohorts) {
        this.snapshots = snapshots;
        this.cohorts = cohorts;
    }

    /** The two questions that a funnel answers; they are never mixed. */
    enum Mode {
        SNAPSHOT,
        COHORT
    }

    /** Where a funnel begins. */
    enum Start {
        OPPORTUNITY,
        LEAD
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswer.CSV, TableAnswer.XLSX, SvgAnswer.SVG})
    @RolesAllowed("report:read")
    @Operation(
            summary = "Sales funnel 销售漏斗",
            description = "mode=snapshot: the opportunities that are, or at an instant were, open in each stage."
                    + " mode=cohort: of the opportunities that entered a stage in the period, those that ever entered a later one."
                    + " With start=lead the steps of leads 线索 stand before the pipeline, and a cohort also tells how far the"
                    + " leads created in the period ever came, so that 线索→需求分析 is one figure."
                    + " With unit=customer a customer, or an unconverted lead, counts once at its furthest stage."
                    + " Also as CSV and XLSX, and as a chart in SVG.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {Snapshot.class, Cohort.class})),
                @Content(mediaType = TableAnswer.CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = TableAnswer.XLSX),
                @Content(mediaType = SvgAnswer.SVG, schema = @Schema(implementation = String.class))
            })
    public Tabular funnel(
            @RestQuery @Parameter(description = "snapshot (unless said) or cohort") String mode,
            @RestQuery @Parameter(description = "Of a snapshot: the instant 时点, for instance 2026-01-31T08:00:00Z")
                    String at,
            @RestQuery @Parameter(description = "Of a snapshot: only what had been recorded by then counts 已知时点")
                    String knownAt,
            @RestQuery @Parameter(description = "Where it begins 起点: opportunity (unless said) or lead") String start,
            @RestQuery @Parameter(description = "What it counts 统计单位: opportunity (unless said) or customer")
                    String unit,
            @BeanParam PeriodParameters period,
            @BeanParam DealParameters deals) {
        var counted = new Argument("unit", unit).choice(Unit.class, Unit.OPPORTUNITY);
        var fromLeads = new Argument("start", start).choice(Start.class, Start.OPPORTUNITY) == Start.LEAD;
        return switch (new Argument("mode", mode).choice(Mode.class, Mode.SNAPSHOT)) {
            case SNAPSHOT -> {
                new Argument("from", period.from()).refuse("only with mode=cohort");
                new Argument("to", period.to()).refuse("only with mode=cohort");
                new Argument("timeZone", period.timeZone()).refuse("only with mode=cohort");
                new Argument("fiscalYearStart", period.fiscalYearStart()).refuse("only with mode=cohort");
                var known = new Argument("knownAt", knownAt);
                if (fromLeads) {
                    known.refuse("only with start=opportunity");
                }
                yield snapshots.make(new Argument("at", at).instant(), known.pastInstant(), deals, counted, fromLeads);
            }
            case COHORT -> {
                new Argument("at", at).refuse("only with mode=snapshot");
                new Argument("knownAt", knownAt).refuse("only with mode=snapshot");
                yield cohorts.make(period.period(), deals, counted, fromLeads);
            }
        };
    }
}
