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
        description = "Why deals were lost 丢单原因, by close date",
        requiredProperties = {"generatedAt", "freshness", "lost", "reasons", "groups"})
public record LostReasons(
        @JsonUnwrapped About about,
        Period period,
        GroupBy groupBy,
        @Schema(description = "Currency of the amounts 币种") String currency,

        @Schema(description = "Currencies whose amounts are not in the figures; ask for each by ?currency=")
        Set<String> otherCurrencies,

        @Schema(description = "Deals lost 输单数") long lost,

        @Schema(description = "Of all of them, most frequent first")
        List<Reason> reasons,

        List<Group> groups)
        implements Charted {

    /** One reason. */
    @Schema(
            name = "LostReasonRow",
            requiredProperties = {"reason", "count"})
    public record Reason(
            @Schema(examples = "PRICE") String reason,
            String name,
            @Schema(description = "Deals lost for it 输单数") long count,

            @Schema(description = "Of them without an amount")
            long withoutAmount,

            Money amount,

            @Schema(description = "Of the lost deals of the group, 0 to 1 占比")
            BigDecimal share,

            @Schema(description = RecordList.DESCRIPTION) String records) {}

    /** The reasons in one group. */
    @Schema(name = "LostReasonGroup")
    public record Group(String key, String name, long lost, List<Reason> reasons) {}

    @Override
    public List<String> columns() {
        return List.of(
                "group", "name", "reason", "reasonName", "count", "withoutAmount", "currency", "amount", "share");
    }

    @Override
    public List<List<?>> rows() {
        var rows = new ArrayList<List<?>>();
        for (var group : groups) {
            group.reasons().forEach(reason -> rows.add(cells(group.key(), group.name(), reason)));
        }
        reasons.forEach(reason -> rows.add(cells("*", null, reason)));
        return rows;
    }

    private List<?> cells(String key, String name, Reason reason) {
        var cells = new ArrayList<Object>();
        cells.add(key);
        cells.add(name);
        cells.add(reason.reason());
        cells.add(reason.name());
        cells.add(reason.count());
        cells.add(reason.withoutAmount());
        cells.add(currency);
        cells.add(reason.amount().amount());
        cells.add(reason.share());
        return cells;
    }

    @Override
    public String title(Labels labels) {
        return labels.text("lost.title", lost);
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return reasons.stream()
                .map(reason -> Bar.of(
                        reason.name(),
                        reason.count(),
                        labels.text("chart.share", reason.share()) + " · "
                                + labels.text("funnel.amount", reason.amount().amount(), currency)))
                .toList();
    }
}
