package io.kehu.opportunity;

import static io.kehu.opportunity.Deals.CLOSE_DATE;
import static io.kehu.opportunity.Deals.at;
import static io.kehu.opportunity.Deals.early;
import static io.kehu.opportunity.Deals.line;
import static io.kehu.opportunity.Deals.ofLines;
import static io.kehu.opportunity.Deals.opened;
import static io.kehu.opportunity.Deals.quoted;
import static io.kehu.opportunity.pipeline.ShippedPipeline.AFTER_SALES;
import static io.kehu.opportunity.pipeline.ShippedPipeline.INITIAL_CONTACT;
import static io.kehu.opportunity.pipeline.ShippedPipeline.INVALID;
import static io.kehu.opportunity.pipeline.ShippedPipeline.LOST;
import static io.kehu.opportunity.pipeline.ShippedPipeline.NEEDS_ANALYSIS;
import static io.kehu.opportunity.pipeline.ShippedPipeline.QUOTATION;
import static io.kehu.opportunity.pipeline.ShippedPipeline.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kehu.events.Money;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.opportunity.loss.LostReason;
import io.kehu.opportunity.loss.LostReasonFields;
import io.kehu.opportunity.loss.LostReasons;
import io.kehu.opportunity.pipeline.ShippedPipeline;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OpportunityTest {

    /** In Shanghai it is the next day already. */
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-16T02:00:00+08:00[Asia/Shanghai]");

    private static final Map<String, LostReason> REASONS =
            Map.of("PRICE", reason(false), "TIMING", reason(false), "COMPETITOR", reason(true));

    private static LostReason reason(boolean needsCompetitor) {
        return new LostReason("REASON", new LostReasonFields("Reason", "原因", needsCompetitor, true, 1));
    }

    private static Opportunity in(Stage stage, OpportunityFields fields) {
        return new Opportunity("O1", "anna", "/east", stage, fields);
    }

    private static ChangeStage to(Stage stage) {
        return new ChangeStage(stage.code(), "because", null, null, null);
    }

    private static ChangeStage lost(String reason, String competitor) {
        return new ChangeStage("LOST", "too slow", reason, competitor, null);
    }

    private static List<String> fieldsRefused(ThrowingCallable call) {
        return assertThatExceptionOfType(Invalid.class).isThrownBy(call).actual().fields().stream()
                .map(InvalidField::field)
                .toList();
    }

    private static String refusal(ThrowingCallable call) {
        return assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .actual()
                .code();
    }

    @Test
    void opensNowUnlessABusinessTimeIsGiven() {
        var before = Instant.now().minusSeconds(1);
        assertThat(in(INITIAL_CONTACT, early()).state().openedAt()).isAfter(before);
        var past = Instant.parse("2026-01-02T03:04:05Z");
        var deal = in(NEEDS_ANALYSIS, opened(early(), past));
        assertThat(deal.state().openedAt()).isEqualTo(past);
        assertThat(deal.state().stageEnteredAt()).isEqualTo(past);
        assertThat(deal.state().probability()).isEqualTo(30);
        assertThat(deal.opened()).isEqualTo(new OpportunityEvent.Opened(NEEDS_ANALYSIS.state()));
    }

    @Test
    void opensInAnOpenStageWithWhatItRequires() {
        assertThat(fieldsRefused(() -> in(WON, quoted()))).containsExactly("stage");
        assertThat(fieldsRefused(() -> in(QUOTATION, early())))
                .containsExactly("customerId", "amount", "expectedCloseDate");
        assertThat(in(QUOTATION, quoted()).state().stage().code()).isEqualTo("QUOTATION");
    }

    @Test
    void tellsWhereAMoveCameFrom() {
        var deal = in(INITIAL_CONTACT, early());
        var entered = deal.state().stageEnteredAt();
        assertThat(deal.moveTo(NEEDS_ANALYSIS, to(NEEDS_ANALYSIS), REASONS, NOW))
                .contains(new OpportunityEvent.StageChanged(
                        INITIAL_CONTACT.state(), NEEDS_ANALYSIS.state(), entered, "because"));
        assertThat(deal.state().stageEnteredAt()).isEqualTo(NOW.toInstant());
        assertThat(deal.state().closedAt()).isNull();
    }

    @Test
    void changesNothingWhenItIsThereAlready() {
        var deal = in(QUOTATION, quoted());
        assertThat(deal.moveTo(QUOTATION, to(QUOTATION), REASONS, NOW)).isEmpty();
        deal.moveTo(WON, to(WON), REASONS, NOW);
        assertThat(deal.moveTo(WON, new ChangeStage("WON", null, null, null, null), REASONS, NOW.plusDays(1)))
                .isEmpty();
        assertThat(deal.state().closedAt()).isEqualTo(NOW.toInstant());
    }

    @Test
    void namesAllThatAStageStillRequires() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(fieldsRefused(() -> deal.moveTo(WON, to(WON), REASONS, NOW)))
                .containsExactly("customerId", "amount", "expectedCloseDate");
        assertThat(deal.state().stage().code()).isEqualTo("INITIAL_CONTACT");
    }

    @Test
    void isWonOnTheBusinessDay() {
        var deal = in(QUOTATION, quoted());
        assertThat(deal.moveTo(WON, to(WON), REASONS, NOW))
                .contains(new OpportunityEvent.Won(
                        QUOTATION.state(),
                        WON.state(),
                        LocalDate.parse("2026-03-16"),
                        Money.of("1200", "CNY"),
                        "because"));
        assertThat(deal.state().closedAt()).isEqualTo(Instant.parse("2026-03-15T18:00:00Z"));
        assertThat(deal.state().probability()).isEqualTo(100);
    }

    @Test
    void isLostForAReason() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(fieldsRefused(() -> deal.moveTo(LOST, to(LOST), REASONS, NOW)))
                .containsExactly("lostReason");
        assertThat(fieldsRefused(() -> deal.moveTo(LOST, lost(LostReasons.NOT_RECORDED, null), REASONS, NOW)))
                .containsExactly("lostReason");
        assertThat(fieldsRefused(() -> deal.moveTo(LOST, lost("BOREDOM", null), REASONS, NOW)))
                .containsExactly("lostReason");
        assertThat(fieldsRefused(() -> deal.moveTo(LOST, lost("COMPETITOR", " "), REASONS, NOW)))
                .containsExactly("competitor");
        assertThat(deal.moveTo(LOST, lost("COMPETITOR", "Globex"), REASONS, NOW))
                .contains(new OpportunityEvent.Lost(
                        INITIAL_CONTACT.state(),
                        LOST.state(),
                        LocalDate.parse("2026-03-16"),
                        "COMPETITOR",
                        "too slow",
                        "Globex",
                        null));
        assertThat(deal.state().lostReason()).isEqualTo("COMPETITOR");
    }

    @Test
    void tellsReasonsOfALossOnlyOfALoss() {
        var deal = in(QUOTATION, quoted());
        var move = new ChangeStage("WON", null, "PRICE", "Globex", null);
        assertThat(fieldsRefused(() -> deal.moveTo(WON, move, REASONS, NOW)))
                .containsExactly("lostReason", "competitor");
    }

    @Test
    void staysClosedUntilItIsReopened() {
        var deal = in(INITIAL_CONTACT, early());
        deal.moveTo(LOST, lost("PRICE", null), REASONS, NOW);
        assertThat(refusal(() -> deal.moveTo(NEEDS_ANALYSIS, to(NEEDS_ANALYSIS), REASONS, NOW)))
                .isEqualTo("opportunity.closed");
        assertThat(refusal(() -> deal.moveTo(LOST, lost("TIMING", null), REASONS, NOW)))
                .isEqualTo("opportunity.closed");
        var repeated = new ChangeStage("LOST", null, "PRICE", null, null);
        assertThat(deal.moveTo(LOST, repeated, REASONS, NOW)).isEmpty();
        assertThat(refusal(() -> deal.moveTo(LOST, repeated.naming("Globex"), REASONS, NOW)))
                .isEqualTo("opportunity.closed");
        assertThat(refusal(() -> deal.moveTo(LOST, lost("PRICE", null), REASONS, NOW)))
                .isEqualTo("opportunity.closed");
        assertThat(deal.reopen(NEEDS_ANALYSIS, "they called", NOW.toInstant()))
                .isEqualTo(new OpportunityEvent.Reopened(LOST.state(), NEEDS_ANALYSIS.state(), "they called"));
        assertThat(deal.state().closedAt()).isNull();
        assertThat(deal.state().lostReason()).isNull();
    }

    @Test
    void reopensOnlyWhatIsClosedIntoWhatIsOpen() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(refusal(() -> deal.reopen(NEEDS_ANALYSIS, "x", NOW.toInstant())))
                .isEqualTo("opportunity.not-closed");
        deal.moveTo(LOST, lost("PRICE", null), REASONS, NOW);
        assertThat(fieldsRefused(() -> deal.reopen(WON, "x", NOW.toInstant()))).containsExactly("stage");
        assertThat(fieldsRefused(() -> deal.reopen(QUOTATION, "x", NOW.toInstant())))
                .containsExactly("customerId", "amount", "expectedCloseDate");
    }

    @Test
    void closesAnInvalidDealWithoutWinOrLoss() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(deal.moveTo(INVALID, to(INVALID), REASONS, NOW).orElseThrow())
                .isInstanceOf(OpportunityEvent.StageChanged.class);
        assertThat(deal.state().closedAt()).isEqualTo(NOW.toInstant());
        assertThat(refusal(() -> deal.moveTo(QUOTATION, to(QUOTATION), REASONS, NOW)))
                .isEqualTo("opportunity.closed");
    }

    @Test
    void goesOnAfterTheSaleAndStaysWon() {
        var deal = in(QUOTATION, quoted());
        assertThat(refusal(() -> deal.moveTo(AFTER_SALES, to(AFTER_SALES), REASONS, NOW)))
                .isEqualTo("opportunity.stage-move");
        deal.moveTo(WON, to(WON), REASONS, NOW);
        assertThat(deal.moveTo(AFTER_SALES, to(AFTER_SALES), REASONS, NOW.plusDays(1)))
                .contains(new OpportunityEvent.StageChanged(
                        WON.state(), AFTER_SALES.state(), NOW.toInstant(), "because"));
        assertThat(deal.state().closedAt()).isEqualTo(NOW.toInstant());
        assertThat(deal.state().stage().outcome()).isEqualTo("WON");
        assertThat(refusal(() -> deal.moveTo(WON, to(WON), REASONS, NOW))).isEqualTo("opportunity.closed");
        deal.reopen(QUOTATION, "they want more", NOW.toInstant());
        deal.moveTo(LOST, lost("PRICE", null), REASONS, NOW);
        assertThat(refusal(() -> deal.moveTo(AFTER_SALES, to(AFTER_SALES), REASONS, NOW)))
                .isEqualTo("opportunity.closed");
    }

    @Test
    void goesOnInAnotherPipelineInAStageOfTheSameKind() {
        var strict = ShippedPipeline.strict();
        var deal = in(INITIAL_CONTACT, early());
        var entered = deal.stageEnteredAt();
        assertThat(fieldsRefused(() -> deal.goOnIn(strict.won(), null, NOW.toInstant())))
                .containsExactly("stages");
        assertThat(deal.goOnIn(strict.first(), "reorganised", NOW.toInstant()))
                .contains(new OpportunityEvent.StageChanged(
                        INITIAL_CONTACT.state(), strict.first().state(), entered, "reorganised"));
        assertThat(deal.goOnIn(strict.first(), null, NOW.toInstant())).isEmpty();
        var later = ShippedPipeline.strict().first();
        assertThat(deal.goOnIn(later, null, NOW.plusDays(1).toInstant()))
                .contains(new OpportunityEvent.Updated(Set.of("pipelineVersion")));
        assertThat(deal.state().stageEnteredAt()).isEqualTo(NOW.toInstant());
    }

    @Test
    void isIdleUntilSomethingHappens() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(deal.idleSince()).isNull();
        assertThat(deal.idleFor(14)).isEqualTo(new OpportunityEvent.Idle(deal.quietSince(), 14));
        assertThat(deal.idleSince()).isEqualTo(deal.quietSince());
        deal.assign("anna", "/west");
        assertThat(deal.idleSince()).isNotNull();
        deal.moveTo(NEEDS_ANALYSIS, to(NEEDS_ANALYSIS), REASONS, NOW);
        assertThat(deal.idleSince()).isNull();
    }

    @Test
    void skipsAndComesBackOnlyWhereTheStageAllows() {
        var strict = ShippedPipeline.strict();
        var deal = in(strict.stage("FIRST"), early());
        var third = strict.stage("THIRD");
        assertThat(refusal(() -> deal.moveTo(third, to(third), REASONS, NOW))).isEqualTo("opportunity.stage-move");
        assertThat(deal.moveTo(strict.stage("SECOND"), to(strict.stage("SECOND")), REASONS, NOW))
                .isPresent();
        assertThat(refusal(() -> deal.moveTo(strict.first(), to(strict.first()), REASONS, NOW)))
                .isEqualTo("opportunity.stage-move");
        assertThat(refusal(() -> deal.moveTo(strict.stage("WON"), to(strict.stage("WON")), REASONS, NOW)))
                .isEqualTo("opportunity.stage-move");
        assertThat(refusal(() -> deal.moveTo(QUOTATION, to(QUOTATION), REASONS, NOW)))
                .isEqualTo("opportunity.stage-move");
        assertThat(deal.moveTo(strict.stage("LOST"), lost("PRICE", null), REASONS, NOW))
                .isPresent();
    }

    @Test
    void keepsWhatItsStageRequires() {
        var deal = in(QUOTATION, quoted());
        assertThat(fieldsRefused(() -> deal.update(early())))
                .containsExactly("customerId", "amount", "expectedCloseDate");
    }

    @Test
    void doesNotMoveByAChangeOfFields() {
        var deal = in(INITIAL_CONTACT, early());
        var moving = new OpportunityFields(
                "Laptops",
                null,
                "NEEDS_ANALYSIS",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(fieldsRefused(() -> deal.update(moving))).containsExactly("stage");
    }

    @Test
    void tellsWhichFieldsChanged() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(deal.update(deal.fields())).isEmpty();
        assertThat(deal.update(early())).isEmpty();
        assertThat(deal.update(quoted()))
                .contains(new OpportunityEvent.Updated(Set.of("customerId", "amount", "expectedCloseDate")));
        assertThat(deal.update(quoted("1200.000", CLOSE_DATE))).isEmpty();
    }

    @Test
    void countsEachPushOfTheCloseDate() {
        var deal = in(QUOTATION, quoted());
        deal.update(quoted("1200", CLOSE_DATE.plusDays(10)));
        deal.update(quoted("1200", CLOSE_DATE.plusDays(5)));
        deal.update(quoted("1300", CLOSE_DATE.plusDays(5)));
        deal.update(quoted("1300", CLOSE_DATE.plusDays(6)));
        assertThat(deal.state().pushCount()).isEqualTo(2);
    }

    @Test
    void cannotBeOpenedAfterItWasClosed() {
        var deal = in(QUOTATION, quoted());
        deal.moveTo(
                WON,
                to(WON),
                REASONS,
                deal.state().openedAt().atZone(NOW.getZone()).plusDays(1));
        var late = opened(quoted(), deal.state().closedAt().plusSeconds(1));
        assertThat(fieldsRefused(() -> deal.update(late))).containsExactly("openedAt");
    }

    @Test
    void addsItsLinesUp() {
        var deal = in(QUOTATION, ofLines(line("3", "100", "CNY", "0.1"), line("1.5", "0.03", "CNY", null)));
        assertThat(deal.state().amount()).isEqualTo(Money.of("270.05", "CNY"));
        assertThat(deal.state().amountSource()).isEqualTo("LINES");
        assertThat(deal.state().lines())
                .extracting(OpportunityState.Line::total)
                .containsExactly(Money.of("270", "CNY"), Money.of("0.05", "CNY"));
        assertThat(deal.fields().amount()).isNull();
        assertThat(deal.update(deal.fields())).isEmpty();
        assertThat(in(INITIAL_CONTACT, ofLines()).state().amount()).isNull();
        assertThat(in(INITIAL_CONTACT, ofLines(line("1", "10.5", "JPY", null)))
                        .state()
                        .amount())
                .isEqualTo(Money.of("11", "JPY"));
    }

    @Test
    void keepsARateOnlyOfItsCurrency() {
        var rate = new ExchangeRate(new BigDecimal("7.1"), CLOSE_DATE);
        var another = new ExchangeRate(new BigDecimal("0.05"), CLOSE_DATE);
        var deal = in(INITIAL_CONTACT, at(stated("100", "USD"), rate));
        deal.update(at(stated("200", "USD"), rate));
        assertThat(deal.state().baseAmount()).isEqualTo(Money.of("1420", "CNY"));
        assertThat(deal.update(at(stated("200", "JPY"), rate)))
                .contains(new OpportunityEvent.Updated(Set.of("amount", "exchangeRate")));
        assertThat(deal.state().exchangeRate()).isNull();
        assertThat(deal.state().baseAmount()).isNull();
        deal.update(at(stated("200", "JPY"), another));
        assertThat(deal.state().baseAmount()).isEqualTo(Money.of("10", "CNY"));
        deal.update(at(ofLines(line("1", "100", "USD", null)), another));
        assertThat(deal.state().baseAmount()).isNull();
        deal.update(at(stated("100", "EUR"), rate));
        assertThat(deal.state().baseAmount()).isEqualTo(Money.of("710", "CNY"));
    }

    private static OpportunityFields stated(String amount, String currency) {
        return Deals.fields(null, Money.of(amount, currency), AmountSource.STATED, null, List.of());
    }

    @Test
    void refusesLinesThatDoNotAddUp() {
        assertThat(fieldsRefused(
                        () -> in(INITIAL_CONTACT, ofLines(line("1", "1", "CNY", null), line("1", null, null, null)))))
                .containsExactly("lines[1].price");
        assertThat(fieldsRefused(
                        () -> in(INITIAL_CONTACT, ofLines(line("1", "1", "CNY", null), line("1", "1", "USD", null)))))
                .containsExactly("lines");
        assertThat(fieldsRefused(
                        () -> in(INITIAL_CONTACT, ofLines(line("999999999999", "999999999999999", "CNY", null)))))
                .containsExactly("lines");
        var stated = Deals.fields(null, Money.of("1", "CNY"), AmountSource.LINES, null, List.of());
        assertThat(fieldsRefused(() -> in(INITIAL_CONTACT, stated))).containsExactly("amount");
    }

    @Test
    void changesHandsOnlyWhenTheyAreOthers() {
        var deal = in(INITIAL_CONTACT, early());
        assertThat(deal.assign("anna", "/east")).isEmpty();
        assertThat(deal.assign("ben", "/west"))
                .contains(new OpportunityEvent.OwnerChanged("anna", "ben", "/east", "/west"));
        assertThat(deal.state().owner()).isEqualTo("ben");
        assertThat(deal.remove()).isEqualTo(new OpportunityEvent.Deleted());
        assertThat(deal.deleted()).isTrue();
    }
}
