package io.kehu.reporting.funnel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the opportunities that entered each stage in a period. */
@Schema(
        name = "FunnelCohort",
        description = "Of the opportunities that entered a stage in the period, those that ever went on")
public record Cohort(
        @JsonUnwrapped About about,
        String mode,

        @Schema(description = "What is counted: OPPORTUNITY, or CUSTOMER, each once at its furthest stage")
        Unit unit,

        Period period,

        @Schema(description = "With start=lead: what became of leads 线索 before and in the pipeline")
        Leads leads,

        @Schema(description = "Of those opened in the period, whatever is known of their stages")
        Opened opened,

        @Schema(description = "Open stages 各阶段, in order") List<Stage> stages)
        implements Funnel {

    /** What became of the leads of the period. */
    @Schema(name = "FunnelCohortLeads")
    public record Leads(
            @Schema(description = "Leads created in the period 线索数")
            long created,

            @Schema(description = "Steps before the pipeline, each with the leads that entered it in the period")
            List<Stage> steps,

            @Schema(
                    description =
                            "Of those created in the period, how many ever came so far or further, by step of the lead and by stage of the pipeline: 线索→需求分析 is the figure of that stage")
            List<Reached> reached,

            @Schema(description = RecordList.DESCRIPTION) String records) {}

    /** How many of the leads created in a period ever came so far. */
    @Schema(name = "FunnelCohortReached")
    public record Reached(
            @Schema(description = "lead for steps of leads") String pipeline,
            String stage,
            String name,
            int order,
            long count,

            @Schema(description = "count ÷ created, 0 to 1 转化率")
            BigDecimal conversion) {}

    /** Every opportunity opened in the period, and what became of it. */
    @Schema(name = "FunnelCohortOpened")
    public record Opened(
            long count,
            long won,
            long lost,
            long invalid,
            long stillOpen,
            @Schema(description = "Won ÷ opened, 0 to 1") BigDecimal conversion,

            @Schema(description = "Of which no time of entering any stage is known, so that they are in no stage below")
            long withoutStageTimes) {}

    /** The opportunities whose first entry into one stage lies in the period. */
    @Schema(name = "FunnelCohortStage")
    public record Stage(
            String pipeline,
            String stage,
            String name,
            int order,

            @Schema(description = "Entered it; a bounce counts once")
            long entered,

            @Schema(description = "Ever entered a later stage, lost and invalid excepted")
            long advanced,

            @Schema(description = "advanced ÷ entered, 0 to 1 转化率")
            BigDecimal conversion,

            @Schema(description = "Never went on and are lost, by reason 流失原因")
            Map<String, Long> lost,

            long invalid,
            @Schema(description = "Have not gone on yet") long stillOpen,

            @Schema(description = "Days in the stage, of those that have left it")
            BigDecimal medianDays,

            BigDecimal p90Days) {}

    @Override
    public List<String> columns() {
        return List.of(
                "pipeline",
                "stage",
                "name",
                "entered",
                "advanced",
                "conversion",
                "lost",
                "invalid",
                "stillOpen",
                "medianDays",
                "p90Days");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        for (var stage : all()) {
            var cells = new ArrayList<Object>(List.of(stage.pipeline(), stage.stage(), stage.name(), stage.entered()));
            cells.add(stage.advanced());
            cells.add(stage.conversion());
            cells.add(stage.lost().values().stream().mapToLong(Long::longValue).sum());
            cells.add(stage.invalid());
            cells.add(stage.stillOpen());
            cells.add(stage.medianDays());
            cells.add(stage.p90Days());
            rows.add(cells);
        }
        return rows;
    }

    private List<Stage> all() {
        var all = new ArrayList<Stage>();
        if (leads != null) {
            all.addAll(leads.steps());
        }
        all.addAll(stages);
        return all;
    }

    @Override
    public String title(Labels labels) {
        return labels.text(
                "funnel.cohort",
                period.from() == null ? "…" : period.from().toString(),
                period.to() == null ? "…" : period.to().toString());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return all().stream()
                .map(stage ->
                        Bar.of(stage.name(), stage.entered(), labels.text("funnel.conversion", stage.conversion())))
                .toList();
    }
}
