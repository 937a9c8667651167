package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.events.OpportunityState;
import io.kehu.opportunity.competitor.CompetitorMention;
import io.kehu.platform.money.ValidMoney;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who else wants a deal. */
@Schema(description = "A competitor 竞争对手 in the deal")
public record DealCompetitor(
        @Schema(description = "Which competitor of /v1/competitors it is, or nothing for one known by name alone")
        UUID competitorId,

        @Schema(description = "Name 名称; that of the competitor when left out", examples = "用友") @Size(max = 200)
        String name,

        @Schema(description = "What he asks 报价") @ValidMoney Money price,

        @Schema(description = "How he stands against us 竞争态势")
        Position position,

        @Schema(description = "What speaks for him 客户关注点") @Size(max = 1000)
        String concern,

        @Schema(description = "What came of it 结果") @Size(max = 1000)
        String outcome)
        implements CompetitorMention {

    /** A blank name is none. */
    public DealCompetitor {
        name = name == null || name.isBlank() ? null : name;
    }

    /** How a competitor stands against us. */
    @Schema(name = "CompetitorPosition")
    public enum Position {
        AHEAD,
        EVEN,
        BEHIND
    }

    @Override
    public String calledBy() {
        return name;
    }

    OpportunityState.CompetitorStand published() {
        return new OpportunityState.CompetitorStand(
                name, price, position == null ? null : position.name(), concern, outcome, competitorId);
    }

    /** One of whom nothing but who he is is known. */
    public static DealCompetitor of(UUID competitorId, String name) {
        return new DealCompetitor(competitorId, name, null, null, null, null);
    }

    DealCompetitor named(String known) {
        return name != null ? this : new DealCompetitor(competitorId, known, price, position, concern, outcome);
    }

    /** All of {@code known}, and this one unless he is among them. */
    List<DealCompetitor> among(List<DealCompetitor> known) {
        return known.stream().anyMatch(this::isAlso)
                ? known
                : Stream.concat(known.stream(), Stream.of(this)).toList();
    }

    private boolean isAlso(DealCompetitor other) {
        return competitorId == null || other.competitorId == null
                ? name.equalsIgnoreCase(other.name)
                : competitorId.equals(other.competitorId);
    }
}
