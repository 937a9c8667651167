package io.kehu.reporting.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "Sales velocity 销售速度: opportunities × win rate × average amount ÷ cycle",
        requiredProperties = {"generatedAt", "freshness", "total", "groups"})
public record Velocity(
        @JsonUnwrapped About about,

        @Schema(description = "Win rate, average amount and cycle are of the deals closed in it")
        Period period,

        GroupBy groupBy,
        @Schema(description = "Currency of the amounts 币种") String currency,

        @Schema(description = "Currencies whose amounts are not in the figures; ask for each by ?currency=")
        Set<String> otherCurrencies,

        Row total,
        List<Row> groups)
        implements Charted {

    /** The figures of one group, or of all. */
    @Schema(
            name = "VelocityRow",
            requiredProperties = {"opportunities", "won", "lost"})
    public record Row(
            String key,
            String name,

            @Schema(description = "Open at the end of the period, or now if it has no end 商机数")
            long opportunities,

            long won,
            long lost,
            @Schema(description = "0 to 1 赢单率") BigDecimal winRate,

            @Schema(description = "Of won deals that have an amount 平均赢单金额")
            Money averageWonAmount,

            @Schema(description = "Mean days from opening to won 平均成交周期")
            BigDecimal meanDays,

            @Schema(
                    description =
                            "What is won per day at this pace 每日销售速度; absent where one of the four figures is, or the cycle is 0")
            Money perDay,

            @Schema(description = "The open opportunities. " + RecordList.DESCRIPTION)
            String records) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group",
                "name",
                "opportunities",
                "won",
                "lost",
                "winRate",
                "currency",
                "averageWonAmount",
                "meanDays",
                "perDay");
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
        cells.add(row.opportunities());
        cells.add(row.won());
        cells.add(row.lost());
        cells.add(row.winRate());
        cells.add(currency);
        cells.add(row.averageWonAmount() == null ? null : row.averageWonAmount().amount());
        cells.add(row.meanDays());
        cells.add(row.perDay() == null ? null : row.perDay().amount());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("velocity.title", labels.amount(total.perDay()));
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return Charted.bars(labels, total, groups, Row::name, (name, row) -> bar(name, row, labels));
    }

    private static Bar bar(String name, Row row, Labels labels) {
        return new Bar(
                name,
                row.perDay() == null ? 0 : row.perDay().amount().doubleValue(),
                labels.amount(row.perDay()),
                labels.text(
                        "velocity.note",
                        row.opportunities(),
                        labels.share(row.winRate()),
                        labels.amount(row.averageWonAmount()),
                        labels.number(row.meanDays())));
    }
}
