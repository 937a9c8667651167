package io.kehu.reporting.funnel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Labels;
import io.kehu.reporting.RecordList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which opportunities stood where at an instant. */
@Schema(name = "FunnelSnapshot", description = "Which opportunities are, or at an instant were, in which stage")
public record Snapshot(
        @JsonUnwrapped About about,
        String mode,

        @Schema(description = "What is counted: OPPORTUNITY, or CUSTOMER, each once at its furthest stage")
        Unit unit,

        @Schema(description = "The instant asked for; absent for now")
        Instant at,

        @Schema(description = "Only what had been recorded by then counts; absent if all does 已知时点")
        Instant knownAt,

        String currency,
        Set<String> otherCurrencies,

        @Schema(description = "All opportunities, whatever became of them")
        long total,

        @Schema(description = "Open ones 进行中") long open,

        @Schema(description = "Open at that instant, in a stage that nobody knows")
        long openInUnknownStage,

        @Schema(description = "Of which nobody knows when they were opened, so not counted in the past")
        long withoutOpeningTime,

        @Schema(description = "With start=lead: the steps of leads 线索阶段 before the pipeline, in order")
        List<Lead> leads,

        @Schema(description = "Open stages 各阶段, in order") List<Stage> stages,

        @Schema(description = "What had been closed by then: won, lost, invalid")
        List<Stage> closed)
        implements Funnel {

    /** The leads in one step. */
    @Schema(name = "FunnelSnapshotLead")
    public record Lead(
            @Schema(description = "NEW, ASSIGNED, CONTACTED or QUALIFIED")
            String step,

            String name,
            int order,
            @Schema(description = "Leads 线索数") long count,
            @Schema(description = RecordList.DESCRIPTION) String records) {}

    /** The opportunities in one stage. */
    @Schema(name = "FunnelSnapshotStage")
    public record Stage(
            String pipeline,
            String stage,
            String name,
            int order,

            @Schema(description = "OPEN, WON, LOST or INVALID")
            String kind,

            @Schema(description = "Opportunities 商机数") long count,

            @Schema(description = "Of them without an amount")
            long withoutAmount,

            Money amount,

            @Schema(description = "Amount × probability 加权金额")
            Money weightedAmount,

            @Schema(description = RecordList.DESCRIPTION) String records) {}

    @Override
    public List<String> columns() {
        return List.of(
                "pipeline", "stage", "name", "kind", "count", "withoutAmount", "currency", "amount", "weightedAmount");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        steps().forEach(step -> rows.add(Arrays.asList(
                LeadStep.PIPELINE, step.step(), step.name(), "OPEN", step.count(), null, null, null, null)));
        stages.forEach(stage -> rows.add(cells(stage)));
        closed.forEach(stage -> rows.add(cells(stage)));
        return rows;
    }

    private List<Lead> steps() {
        return leads == null ? List.of() : leads;
    }

    private List<?> cells(Stage stage) {
        return List.of(
                stage.pipeline(),
                stage.stage(),
                stage.name(),
                stage.kind(),
                stage.count(),
                stage.withoutAmount(),
                currency,
                stage.amount().amount(),
                stage.weightedAmount().amount());
    }

    @Override
    public String title(Labels labels) {
        return at == null ? labels.text("funnel.now", open) : labels.text("funnel.at", at.toString(), open);
    }

    @Override
    public List<Bar> bars(Labels labels) {
        var bars = new ArrayList<Bar>();
        steps().forEach(step -> bars.add(Bar.of(step.name(), step.count(), "")));
        stages.forEach(stage -> bars.add(Bar.of(
                stage.name(),
                stage.count(),
                labels.text("funnel.amount", stage.amount().amount(), currency))));
        return bars;
    }
}
