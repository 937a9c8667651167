package io.kehu.reporting.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "Sales cycle 成交周期: days from opening, or from entering a stage, to winning, of deals won in the period")
public record SalesCycle(
        @JsonUnwrapped About about,
        Period period,
        GroupBy groupBy,

        @Schema(
                description =
                        "Code of the stage 阶段 from whose first entry on days count; absent where they count from opening")
        String fromStage,

        Row total,
        List<Row> groups)
        implements Charted {

    /** The figures of one group, or of all. */
    @Schema(name = "SalesCycleRow")
    public record Row(
            String key,
            String name,

            @Schema(description = "Won deals of which both days are known")
            long deals,

            @Schema(
                    description =
                            "Won deals of which a day is not known, or that were never in the stage; they are in no figure")
            long withoutDates,

            @Schema(description = "Mean 平均天数") BigDecimal meanDays,
            @Schema(description = "Median 中位数") BigDecimal medianDays,
            @Schema(description = "90th percentile") BigDecimal p90Days) {}

    @Override
    public List<String> columns() {
        return List.of("group", "name", "deals", "withoutDates", "meanDays", "medianDays", "p90Days");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        groups.forEach(group -> rows.add(cells(group)));
        rows.add(cells(total));
        return rows;
    }

    private List<?> cells(Row row) {
        var cells = new ArrayList<Object>();
        cells.add(row == total ? "*" : row.key());
        cells.add(row.name());
        cells.add(row.deals());
        cells.add(row.withoutDates());
        cells.add(row.meanDays());
        cells.add(row.medianDays());
        cells.add(row.p90Days());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("cycle.title", total.deals());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return Charted.bars(labels, total, groups, Row::name, (name, row) -> bar(name, row, labels));
    }

    private static Bar bar(String name, Row row, Labels labels) {
        return new Bar(
                name,
                row.medianDays() == null ? 0 : row.medianDays().doubleValue(),
                labels.text("cycle.median", labels.number(row.medianDays())),
                labels.text("cycle.note", labels.number(row.meanDays()), labels.number(row.p90Days()), row.deals()));
    }
}
