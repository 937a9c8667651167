package io.kehu.reporting.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Credit;
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
        description = "Win rate 赢单率 by close date: won ÷ (won + lost)",
        requiredProperties = {"generatedAt", "freshness", "total", "groups"})
public record WinRate(
        @JsonUnwrapped About about,
        Period period,
        GroupBy groupBy,

        @Schema(
                description =
                        "Whom deals count for 业绩归属; one that is split counts for each, with his share of the amount")
        Credit credit,

        @Schema(description = "Currency of the amounts 币种") String currency,

        @Schema(description = "Currencies whose amounts are not in the figures; ask for each by ?currency=")
        Set<String> otherCurrencies,

        Row total,
        List<Row> groups)
        implements Charted {

    /** The figures of one group, or of all. */
    @Schema(
            name = "WinRateRow",
            requiredProperties = {"won", "lost"})
    public record Row(
            @Schema(description = "What the group is identified by; absent in the total, and for deals without it")
            String key,

            String name,
            @Schema(description = "Deals won 赢单数") long won,
            @Schema(description = "Deals lost 输单数") long lost,

            @Schema(description = "By count, 0 to 1; absent where nothing was closed", examples = "0.6315")
            BigDecimal winRate,

            Money wonAmount,
            Money lostAmount,
            @Schema(description = "By amount, 0 to 1") BigDecimal amountWinRate,

            @Schema(description = "Of won deals that have an amount 平均赢单金额")
            Money averageWonAmount,

            @Schema(description = RecordList.DESCRIPTION) String records) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group",
                "name",
                "won",
                "lost",
                "winRate",
                "currency",
                "wonAmount",
                "lostAmount",
                "amountWinRate",
                "averageWonAmount");
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
        cells.add(row.won());
        cells.add(row.lost());
        cells.add(row.winRate());
        cells.add(currency);
        cells.add(row.wonAmount().amount());
        cells.add(row.lostAmount().amount());
        cells.add(row.amountWinRate());
        cells.add(row.averageWonAmount() == null ? null : row.averageWonAmount().amount());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("winRate.title", labels.share(total.winRate()), total.won() + total.lost());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return Charted.bars(labels, total, groups, Row::name, (name, row) -> bar(name, row, labels));
    }

    private static Bar bar(String name, Row row, Labels labels) {
        return new Bar(
                name,
                row.winRate() == null ? 0 : row.winRate().doubleValue(),
                labels.share(row.winRate()),
                labels.text("winRate.note", row.won(), row.lost()) + " · " + labels.amount(row.wonAmount()));
    }
}
