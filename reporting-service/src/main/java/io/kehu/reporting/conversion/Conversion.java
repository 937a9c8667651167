package io.kehu.reporting.conversion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "LeadConversion",
        description = "What became of the leads created in the period 转化率: lead → qualified → converted → won",
        requiredProperties = {"generatedAt", "freshness", "total", "groups"})
public record Conversion(
        @JsonUnwrapped About about,
        Period period,
        LeadGroup groupBy,
        @Schema(description = "Currency of the amounts 币种") String currency,

        @Schema(description = "Currencies whose amounts are not in the figures; ask for each by ?currency=")
        Set<String> otherCurrencies,

        Row total,
        List<Row> groups)
        implements Charted {

    /** The figures of one group, or of all. */
    @Schema(
            name = "LeadConversionRow",
            requiredProperties = {"leads", "qualified", "converted", "won"})
    public record Row(
            String key,
            String name,

            @Schema(description = "Created in the period 线索数")
            long leads,

            @Schema(description = "Ever qualified, or beyond 合格线索")
            long qualified,

            @Schema(description = "Converted 已转化") long converted,

            @Schema(description = "Whose opportunity is won 赢单")
            long won,

            @Schema(description = "qualified ÷ leads, 0 to 1")
            BigDecimal qualificationRate,

            @Schema(description = "converted ÷ qualified, 0 to 1")
            BigDecimal conversionRate,

            @Schema(description = "won ÷ converted, 0 to 1") BigDecimal winRate,

            @Schema(description = "won ÷ leads, 0 to 1 总转化率")
            BigDecimal overallRate,

            Money wonAmount,
            @Schema(description = RecordList.DESCRIPTION) String records) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group",
                "name",
                "leads",
                "qualified",
                "converted",
                "won",
                "qualificationRate",
                "conversionRate",
                "winRate",
                "overallRate",
                "currency",
                "wonAmount");
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
        cells.addAll(List.of(row.leads(), row.qualified(), row.converted(), row.won()));
        cells.add(row.qualificationRate());
        cells.add(row.conversionRate());
        cells.add(row.winRate());
        cells.add(row.overallRate());
        cells.add(currency);
        cells.add(row.wonAmount().amount());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("conversion.title", total.leads());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return List.of(
                Bar.of(labels.text("leads"), total.leads(), ""),
                bar("qualified", total.qualified(), total.qualificationRate(), labels),
                bar("converted", total.converted(), total.conversionRate(), labels),
                bar("won", total.won(), total.winRate(), labels));
    }

    private static Bar bar(String name, long count, BigDecimal rate, Labels labels) {
        return Bar.of(labels.text(name), count, rate == null ? "" : labels.text("chart.share", rate));
    }
}
