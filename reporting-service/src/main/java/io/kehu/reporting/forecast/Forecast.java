package io.kehu.reporting.forecast;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Labels;
import io.kehu.reporting.RecordList;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What is going to be won 销售预测: as stated by stages and owners, and as history expects it",
        requiredProperties = {"generatedAt", "freshness", "total", "months", "history"})
public record Forecast(
        @JsonUnwrapped About about,

        @Schema(description = "The instant from which it looks ahead")
        Instant at,

        @Schema(description = "Only what had been recorded by then is in the stated figures; absent for all")
        Instant knownAt,

        @Schema(description = "Time zone of the months", implementation = String.class, examples = "Asia/Shanghai")
        ZoneId timeZone,

        @Schema(description = "Currency of the amounts 币种") String currency,

        @Schema(description = "Currencies whose deals are not in the figures; ask for each by ?currency=")
        Set<String> otherCurrencies,

        Month total,

        @Schema(description = "By month, last what nobody said a close date of")
        List<Month> months,

        ForecastHistory history)
        implements Charted {

    /** What is forecast for one month, or for all. */
    @Schema(
            name = "ForecastMonth",
            requiredProperties = {"count", "withoutAmount"})
    public record Month(
            @Schema(
                    description =
                            "Expected close month 预计成交月份; absent in the total, and for deals without an expected date",
                    examples = "2026-03")
            String month,

            @Schema(description = "Open deals expected to close in it 商机数")
            long count,

            @Schema(description = "Of them without an amount")
            long withoutAmount,

            Money amount,

            @Schema(description = "Stated forecast: Σ amount × probability 加权金额")
            Money weightedAmount,

            @Schema(
                    description =
                            "What history expects to be won in this month of all open deals, whatever their expected date 按历史预计; within twelve months")
            Money expectedAmount,

            @Schema(description = "For a past at: what was won in this month of the deals that were open then 实际赢单")
            Money cameAmount,

            @Schema(description = "The same of deals that were not open yet then")
            Money cameNewAmount,

            List<Category> categories,
            @Schema(description = RecordList.DESCRIPTION) String records) {}

    /** The stated forecast of one category. */
    @Schema(name = "ForecastCategoryAmount")
    public record Category(
            @Schema(
                    description =
                            "PIPELINE, BEST_CASE or COMMIT: as the stage says, else by probability from 50 and from 80;"
                                    + " UNKNOWN where the stage of that time is not known 预测类别")
            String category,

            long count,
            long withoutAmount,
            Money amount,
            Money weightedAmount) {}

    @Override
    public List<String> columns() {
        return List.of(
                "month",
                "category",
                "count",
                "withoutAmount",
                "currency",
                "amount",
                "weightedAmount",
                "expectedAmount",
                "cameAmount");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        for (var month : months) {
            for (var category : month.categories()) {
                rows.add(cells(
                        month.month(),
                        category.category(),
                        category.count(),
                        category.withoutAmount(),
                        category.amount(),
                        category.weightedAmount(),
                        null,
                        null));
            }
            rows.add(cells(month.month(), month));
        }
        rows.add(cells("*", total));
        return rows;
    }

    private List<?> cells(String name, Month month) {
        return cells(
                name,
                "*",
                month.count(),
                month.withoutAmount(),
                month.amount(),
                month.weightedAmount(),
                month.expectedAmount(),
                month.cameAmount());
    }

    private List<?> cells(
            String month,
            String category,
            long count,
            long withoutAmount,
            Money amount,
            Money weighted,
            Money expected,
            Money came) {
        var cells = new ArrayList<Object>();
        cells.add(month);
        cells.add(category);
        cells.add(count);
        cells.add(withoutAmount);
        cells.add(currency);
        cells.add(amount.amount());
        cells.add(weighted.amount());
        cells.add(expected == null ? null : expected.amount());
        cells.add(came == null ? null : came.amount());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("forecast.title", at.atZone(timeZone).toLocalDate().toString(), currency);
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return months.stream().map(month -> bar(month, labels)).toList();
    }

    private static Bar bar(Month month, Labels labels) {
        var notes = new ArrayList<String>();
        if (month.expectedAmount() != null) {
            notes.add(labels.text(
                    "forecast.history", month.expectedAmount().amount().toPlainString()));
        }
        if (month.cameAmount() != null) {
            notes.add(labels.text("forecast.came", month.cameAmount().amount().toPlainString()));
        }
        var weighted = month.weightedAmount().amount();
        return new Bar(
                month.month() == null ? labels.text("forecast.noDate") : month.month(),
                weighted.doubleValue(),
                weighted.toPlainString(),
                String.join(" · ", notes));
    }
}
