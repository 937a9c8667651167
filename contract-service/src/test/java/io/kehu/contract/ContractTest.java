package io.kehu.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.ContractEvent;
import io.kehu.events.Money;
import io.kehu.platform.problem.DomainProblem;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final LocalDate END = LocalDate.parse("2026-12-31");

    private static ContractFields fields(Money amount, ContractLine... lines) {
        return new ContractFields("Service 2026", UUID.randomUUID(), null, amount, START, END, List.of(lines), null);
    }

    private static ContractLine line(String quantity, String price, String discount) {
        return new ContractLine(
                null,
                "GTX",
                new BigDecimal(quantity),
                Money.of(price, "CNY"),
                discount == null ? null : new BigDecimal(discount));
    }

    private static Contract draft() {
        return contract(fields(Money.of("1000", "CNY")));
    }

    private static Contract contract(ContractFields fields) {
        return new Contract("K1", "anna", "/east", fields);
    }

    private static Contract approved() {
        var contract = draft();
        contract.submit("anna", null);
        contract.approve("boss", null);
        return contract;
    }

    private static Contract signed() {
        var contract = approved();
        contract.sign(START);
        return contract;
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static void invalid(List<String> fields, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        problem -> assertThat(problem.fields())
                                .extracting(DomainProblem.InvalidField::field)
                                .isEqualTo(fields));
    }

    @Test
    void goesFromDraftThroughApprovalToItsEnd() {
        var contract = draft();
        assertThat(contract.drafted()).isEqualTo(new ContractEvent.Drafted());
        assertThat(contract.submit("anna", "please")).isEqualTo(new ContractEvent.Submitted("please"));
        assertThat(contract.state().submittedBy()).isEqualTo("anna");
        assertThat(contract.approve("boss", "fine")).isEqualTo(new ContractEvent.Approved("fine"));
        assertThat(contract.state().approvedBy()).isEqualTo("boss");
        assertThat(contract.sign(START)).isEqualTo(new ContractEvent.Signed(START));
        assertThat(contract.start()).isEqualTo(new ContractEvent.Started());
        assertThat(contract.complete(null)).isEqualTo(new ContractEvent.Completed(null));
        assertThat(contract.state().approval()).isEqualTo("APPROVED");
        assertThat(contract.state().status()).isEqualTo("COMPLETED");
        assertThat(contract.state().signedOn()).isEqualTo(START);
    }

    @Test
    void isNotApprovedByWhoeverSubmittedIt() {
        var contract = draft();
        contract.submit("anna", null);
        refused("contract.own-approval", () -> contract.approve("anna", null));
        assertThat(contract.state().approval()).isEqualTo("PENDING");
    }

    @Test
    void isDecidedOnlyWhileItWaits() {
        refused("contract.approval-move", () -> draft().approve("boss", null));
        refused("contract.approval-move", () -> approved().reject("late"));
        refused("contract.approval-move", () -> draft().withdraw(null));
        refused("contract.approval-move", () -> approved().submit("anna", null));
    }

    @Test
    void comesBackAfterWithdrawalAndRejection() {
        var contract = draft();
        contract.submit("anna", null);
        assertThat(contract.withdraw("typo")).isEqualTo(new ContractEvent.Withdrawn("typo"));
        assertThat(contract.state().submittedBy()).isNull();
        contract.submit("anna", null);
        assertThat(contract.reject("too cheap")).isEqualTo(new ContractEvent.Rejected("too cheap"));
        contract.submit("anna", null);
        assertThat(contract.state().approval()).isEqualTo("PENDING");
    }

    @Test
    void isSubmittedOnlyWhenAnApproverCanJudgeIt() {
        var contract = contract(new ContractFields("Empty", UUID.randomUUID(), null, null, null, null, null, null));
        invalid(List.of("amount", "startsOn", "endsOn"), () -> contract.submit("anna", null));
        assertThat(contract.state().approval()).isEqualTo("DRAFT");
    }

    @Test
    void isSignedOnlyWhenApprovedAndNotInTheFuture() {
        refused("contract.not-approved", () -> draft().sign(START));
        refused("contract.status-move", () -> signed().sign(START));
        invalid(List.of("signedOn"), () -> approved().sign(LocalDate.now().plusDays(3)));
    }

    @Test
    void keepsToTheStatusMachine() {
        refused("contract.status-move", () -> approved().start());
        refused("contract.status-move", () -> signed().complete(null));
        refused("contract.status-move", () -> approved().terminate("x"));
        refused("contract.status-move", () -> signed().voidDraft(null));
        var contract = signed();
        assertThat(contract.terminate("breach")).isEqualTo(new ContractEvent.Terminated("breach"));
        refused("contract.status-move", contract::start);
    }

    @Test
    void asksNobodyToDecideOnAVoidedContract() {
        var contract = draft();
        contract.submit("anna", null);
        assertThat(contract.voidDraft("lost")).isEqualTo(new ContractEvent.Voided("lost"));
        assertThat(contract.state().approval()).isEqualTo("DRAFT");
        refused("contract.fixed", () -> contract.submit("anna", null));
    }

    @Test
    void needsApprovalAgainAfterAChange() {
        var contract = approved();
        var cheaper = fields(Money.of("900", "CNY"));
        assertThat(contract.update(cheaper)).contains(new ContractEvent.Updated(Set.of("amount", "customerId")));
        assertThat(contract.state().approval()).isEqualTo("DRAFT");
        assertThat(contract.state().approvedBy()).isNull();
        refused("contract.not-approved", () -> contract.sign(START));
    }

    @Test
    void staysApprovedWhenNothingChanges() {
        var contract = approved();
        assertThat(contract.update(contract.fields())).isEmpty();
        assertThat(contract.state().approval()).isEqualTo("APPROVED");
    }

    @Test
    void isFixedWhileSomebodyDecidesAndOnceSigned() {
        var pending = draft();
        pending.submit("anna", null);
        refused("contract.pending", () -> pending.update(pending.fields()));
        refused("contract.not-draft", pending::remove);
        var signed = signed();
        refused("contract.fixed", () -> signed.update(signed.fields()));
        refused("contract.not-draft", signed::remove);
        assertThat(draft().remove()).isEqualTo(new ContractEvent.Deleted());
    }

    @Test
    void isWorthTheSumOfItsLinesUnlessAnAmountIsStated() {
        var contract = contract(fields(null, line("3", "10.05", "0.1"), line("2.5", "1", null)));
        assertThat(contract.state().amount()).isEqualTo(Money.of("29.64", "CNY"));
        assertThat(contract.fields().amount()).isNull();
        contract.update(fields(Money.of("30", "CNY"), line("3", "10.05", null)));
        assertThat(contract.state().amount()).isEqualTo(Money.of("30", "CNY"));
        assertThat(contract.fields().amount()).isEqualTo(Money.of("30.00", "CNY"));
    }

    @Test
    void isInOneCurrencyAndEndsAfterItStarts() {
        invalid(List.of("amount"), () -> contract(fields(Money.of("5", "USD"), line("1", "5", null))));
        invalid(
                List.of("endsOn"),
                () -> contract(new ContractFields("Back", UUID.randomUUID(), null, null, END, START, List.of(), null)));
    }
}
