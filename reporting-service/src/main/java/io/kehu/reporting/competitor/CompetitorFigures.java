package io.kehu.reporting.competitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.Money;
import io.kehu.reporting.About;
import io.kehu.reporting.Bar;
import io.kehu.reporting.Charted;
import io.kehu.reporting.Labels;
import io.kehu.reporting.Period;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "How we stand against each competitor 竞争对手",
        requiredProperties = {"generatedAt", "freshness", "competitors"})
public record CompetitorFigures(
        @JsonUnwrapped About about,
        Period period,
        @Schema(description = "Currency of the amounts 币种") String currency,

        @Schema(description = "Currencies whose amounts are not in the figures; ask for each by ?currency=")
        Set<String> otherCurrencies,

        @Schema(description = "Whom most deals name first") List<Row> competitors)
        implements Charted {

    /** The figures against one competitor. */
    @Schema(
            name = "CompetitorRow",
            requiredProperties = {"name", "open", "won", "lost"})
    public record Row(
            @Schema(description = "Id of the competitor; absent for one that deals know by name alone")
            String key,

            String name,
            @Schema(description = "Open deals of today 进行中") long open,

            @Schema(description = "Deals won in the period 赢单数")
            long won,

            @Schema(description = "Deals lost in the period 输单数, to this one or another")
            long lost,

            @Schema(
                    description = "Won ÷ (won + lost) 赢单率, 0 to 1; absent where nothing was closed",
                    examples = "0.6315")
            BigDecimal winRate,

            Money openAmount,
            Money wonAmount,
            Money lostAmount,
            @Schema(description = "By amount, 0 to 1") BigDecimal amountWinRate) {}

    @Override
    public List<String> columns() {
        return List.of(
                "name",
                "open",
                "won",
                "lost",
                "winRate",
                "currency",
                "openAmount",
                "wonAmount",
                "lostAmount",
                "amountWinRate");
    }

    @Override
    public List<List<?>> rows() {
        return competitors.stream().<List<?>>map(this::cells).toList();
    }

    private List<Object> cells(Row row) {
        return Arrays.asList(
                row.name(),
                row.open(),
                row.won(),
                row.lost(),
                row.winRate(),
                currency,
                row.openAmount().amount(),
                row.wonAmount().amount(),
                row.lostAmount().amount(),
                row.amountWinRate());
    }

    @Override
    public String title(Labels labels) {
        return labels.text("competitors.title", competitors.size());
    }

    @Override
    public List<Bar> bars(Labels labels) {
        return competitors.stream()
                .map(row -> new Bar(
                        row.name(),
                        row.winRate() == null ? 0 : row.winRate().doubleValue(),
                        labels.share(row.winRate()),
                        labels.text("competitors.note", row.won(), row.lost(), row.open())))
                .toList();
    }
}
