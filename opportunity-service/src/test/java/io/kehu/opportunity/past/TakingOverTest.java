package io.kehu.opportunity.past;

import static io.kehu.opportunity.pipeline.ShippedPipeline.LOST;
import static io.kehu.opportunity.pipeline.ShippedPipeline.NEEDS_ANALYSIS;
import static io.kehu.opportunity.pipeline.ShippedPipeline.PIPELINE;
import static io.kehu.opportunity.pipeline.ShippedPipeline.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.opportunity.Deals;
import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.OpportunityFields;
import io.kehu.opportunity.loss.LostReasons;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TakingOverTest {

    private static final Instant ENGAGED = Instant.parse("2016-10-20T00:00:00Z");
    private static final Instant CLOSED = Instant.parse("2017-03-01T00:00:00Z");

    private static OpportunityRow row(
            String stage, Instant openedAt, Instant closedAt, String lostReason, Map<String, Instant> enteredAt) {
        return new OpportunityRow(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                stage,
                openedAt,
                closedAt,
                null,
                null,
                null,
                lostReason,
                null,
                null,
                enteredAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static PastStages stages(OpportunityRow row) {
        return PastStages.of(row, PIPELINE, null);
    }

    private static PastDeal deal(OpportunityFields fields, OpportunityRow row) {
        return new PastDeal("anna", "/east", fields, stages(row));
    }

    private static List<String> refused(OpportunityRow row) {
        return assertThatExceptionOfType(Invalid.class).isThrownBy(() -> stages(row)).actual().fields().stream()
                .map(InvalidField::field)
                .toList();
    }

    @Test
    void makesNoTimeUp() {
        assertThat(stages(row("Needs analysis", ENGAGED, null, null, null)))
                .isEqualTo(new PastStages(NEEDS_ANALYSIS, null, null, List.of()));
        assertThat(stages(row("成交", null, null, null, null))).isEqualTo(new PastStages(WON, null, null, List.of()));
        assertThat(stages(row(null, null, null, null, null)).stage()).isSameAs(PIPELINE.first());
    }

    @Test
    void knowsThatClosingIsComingIntoTheClosedStage() {
        assertThat(stages(row("won", ENGAGED, CLOSED, null, null)).entries())
                .containsExactly(new StageEntry(WON.state(), CLOSED));
        var byStage = stages(row("LOST", ENGAGED, null, null, Map.of("LOST", CLOSED, "NEEDS_ANALYSIS", ENGAGED)));
        assertThat(byStage.closedAt()).isEqualTo(CLOSED);
        assertThat(byStage.enteredAt()).isEqualTo(CLOSED);
        assertThat(byStage.entries())
                .containsExactly(new StageEntry(NEEDS_ANALYSIS.state(), ENGAGED), new StageEntry(LOST.state(), CLOSED));
    }

    @Test
    void closedWhenItWasWonAndNotAfterTheSale() {
        var stages = stages(row("售后", ENGAGED, null, null, Map.of("WON", ENGAGED, "AFTER_SALES", CLOSED)));
        assertThat(stages.closedAt()).isEqualTo(ENGAGED);
        assertThat(stages.enteredAt()).isEqualTo(CLOSED);
    }

    @Test
    void allowsALossWithoutAReason() {
        assertThat(stages(row("LOST", ENGAGED, CLOSED, null, null)).lostReason())
                .isEqualTo(LostReasons.NOT_RECORDED);
        assertThat(stages(row("LOST", ENGAGED, CLOSED, "PRICE", null)).lostReason())
                .isEqualTo("PRICE");
    }

    @Test
    void refusesARowThatContradictsItself() {
        assertThat(refused(row("Signing", null, null, null, null))).containsExactly("stage");
        assertThat(refused(row("NEEDS_ANALYSIS", ENGAGED, CLOSED, null, null))).containsExactly("closedAt");
        assertThat(refused(row("WON", CLOSED, ENGAGED, "PRICE", null))).containsExactly("openedAt", "lostReason");
    }

    @Test
    void holdsThePastToNoRule() {
        var won = deal(Deals.early(), row("WON", null, CLOSED, null, null));
        var opportunity = Opportunity.ofThePast("O1", won);
        assertThat(opportunity.state().stage()).isEqualTo(WON.state());
        assertThat(opportunity.state().customerId()).isNull();
        assertThat(opportunity.state().openedAt()).isNull();
        assertThat(opportunity.state().closedAt()).isEqualTo(CLOSED);
        assertThat(opportunity.imported(won))
                .isEqualTo(new OpportunityEvent.Imported(WON.state(), List.of(new StageEntry(WON.state(), CLOSED))));
        assertThat(won.occurredAt()).isEqualTo(CLOSED);
    }

    @Test
    void tellsOnlyWhatIsNew() {
        var row = row("NEEDS_ANALYSIS", ENGAGED, null, null, Map.of("NEEDS_ANALYSIS", ENGAGED));
        var first = deal(Deals.quoted(), row);
        var opportunity = Opportunity.ofThePast("O1", first);
        var known = Set.copyOf(first.stages().entries());
        assertThat(opportunity.takeOver(first, known)).isEmpty();
        var renegotiated = deal(Deals.quoted("1300", Deals.CLOSE_DATE), row);
        assertThat(opportunity.takeOver(renegotiated, known)).contains(new OpportunityEvent.Updated(Set.of("amount")));
        var won = deal(
                Deals.quoted("1300", Deals.CLOSE_DATE),
                row("WON", ENGAGED, CLOSED, null, Map.of("NEEDS_ANALYSIS", ENGAGED)));
        assertThat(opportunity.takeOver(won, known))
                .contains(new OpportunityEvent.Imported(WON.state(), List.of(new StageEntry(WON.state(), CLOSED))));
        assertThat(opportunity.closedAt()).isEqualTo(CLOSED);
    }

    @Test
    void tellsAChangeOfHandsAsOne() {
        var row = row("NEEDS_ANALYSIS", ENGAGED, null, null, null);
        var opportunity = Opportunity.ofThePast("O1", deal(Deals.quoted(), row));
        var given = new PastDeal("ben", "/east", Deals.quoted(), stages(row));
        assertThat(opportunity.takeOver(given, Set.of()))
                .contains(new OpportunityEvent.OwnerChanged("anna", "ben", "/east", "/east"));
        var givenForLess = new PastDeal("carl", "/east", Deals.quoted("1", Deals.CLOSE_DATE), stages(row));
        assertThat(opportunity.takeOver(givenForLess, Set.of()))
                .contains(new OpportunityEvent.Updated(Set.of("amount", "owner", "team")));
    }
}
