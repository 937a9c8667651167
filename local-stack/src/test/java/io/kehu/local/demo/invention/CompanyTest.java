package io.kehu.local.demo.invention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Company company = new Company(1, TODAY, 500);

    @Test
    void isTheSameWheneverItIsMade() {
        assertThat(things(new Company(1, TODAY, 500))).isEqualTo(things(company));
    }

    @Test
    void holdsTheSmallerCompanyOfTheSameSeed() {
        var smaller = new Company(1, TODAY, 100);
        assertThat(company.deals()).containsAll(smaller.deals().toList());
        assertThat(company.tickets()).containsAll(smaller.tickets().toList());
    }

    @Test
    void hasDealsInEveryStage() {
        assertThat(company.deals().map(MadeDeal::stage))
                .contains(
                        "INITIAL_CONTACT",
                        "NEEDS_ANALYSIS",
                        "SOLUTION_DEMO",
                        "QUOTATION",
                        "NEGOTIATION",
                        "WON",
                        "LOST");
    }

    @Test
    void letsDealsGoForwardInTime() {
        assertThat(company.deals()).allSatisfy(deal -> {
            assertThat(deal.entered().values().stream()).isSorted().allMatch(day -> !day.isAfter(TODAY));
            assertThat(deal.lostReason() != null).isEqualTo(deal.stage().equals("LOST"));
            assertThat(deal.amount() != null || deal.closedOn() == null).isTrue();
        });
    }

    @Test
    void letsTicketsGoForwardInTime() {
        var now = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(company.tickets())
                .isNotEmpty()
                .allSatisfy(ticket -> assertThat(ticket.updates().stream().map(MadeTicket.Update::at))
                        .isSorted()
                        .allMatch(time -> !time.isAfter(now)));
    }

    private static List<Object> things(Company company) {
        return Stream.of(
                        company.customers(),
                        company.contacts(),
                        company.deals(),
                        company.tickets(),
                        company.activities())
                .flatMap(stream -> stream)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
