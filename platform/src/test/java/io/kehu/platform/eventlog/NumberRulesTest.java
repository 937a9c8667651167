package io.kehu.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.NumberRule.Period;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NumberRulesTest {

    private static final Map<String, String> KINDS = Map.of("tests", "NT");

    @Inject
    Numbers numbers;

    @Inject
    NumberRules rules;

    @Inject
    Company company;

    private void put(String datePattern, int width, Period period) {
        Caller.system("test", Origin.API)
                .run(() -> rules.put(KINDS, "tests", new NumberRule("X-", datePattern, width, period)));
    }

    private String date(String pattern) {
        return LocalDate.now(company.zone()).format(DateTimeFormatter.ofPattern(pattern));
    }

    @Test
    void numbersByTheRuleOfTheCompanyAndNoNumberTwice() {
        assertThat(numbers.next("NT")).isEqualTo("NT" + date("yyyyMMdd") + "001");
        assertThat(numbers.next("NT")).isEqualTo("NT" + date("yyyyMMdd") + "002");
        put("yyMM.", 5, Period.MONTHLY);
        assertThat(numbers.next("NT")).isEqualTo("X-" + date("yyMM") + ".00201");
        put("yyMM.", 5, Period.YEARLY);
        assertThat(numbers.next("NT")).isEqualTo("X-" + date("yyMM") + ".00401");
        put("", 2, Period.NEVER);
        assertThat(numbers.next("NT")).isEqualTo("X-601");
        assertThat(rules.of(KINDS).getFirst().rule().period()).isEqualTo(Period.NEVER);
    }

    @Test
    void refusesARuleByWhichNumbersComeAgain() {
        assertThatThrownBy(() -> put("yyMM", 3, Period.DAILY)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> put("", 3, Period.YEARLY)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> rules.put(KINDS, "others", NumberRule.standard("X")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void beginsAnewWithEachPeriod() {
        var day = LocalDate.of(2026, 3, 15);
        assertThat(new NumberRule("X", "yyyyMMdd", 3, Period.DAILY).start(day)).isEqualTo("2026-03-15");
        assertThat(new NumberRule("X", "yyyyMM", 3, Period.MONTHLY).start(day)).isEqualTo("2026-03-01");
        assertThat(new NumberRule("X", "yyyy", 3, Period.YEARLY).start(day)).isEqualTo("2026-01-01");
        assertThat(new NumberRule("X", "", 3, Period.NEVER).start(day))
                .isEqualTo(new NumberRule("X", "", 3, Period.NEVER).start(day.plusYears(1)));
    }
}
