package io.kehu.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStepTest {

    @ParameterizedTest
    @CsvSource({
        "DAY,2026-02-28,2026-02-28,2026-02-28",
        "WEEK,2026-W01,2025-12-29,2026-01-04",
        "WEEK,2020-W53,2020-12-28,2021-01-03",
        "MONTH,2024-02,2024-02-01,2024-02-29",
        "QUARTER,2026-Q4,2026-10-01,2026-12-31",
        "YEAR,2026,2026-01-01,2026-12-31"
    })
    void tellsTheDaysOfAStep(TimeStep step, String key, LocalDate first, LocalDate last) {
        assertThat(step.days(key, new Period(null, null, ZoneOffset.UTC)))
                .isEqualTo(new Period(first, last, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2026-02,2026-02-01,2026-02-28",
        "QUARTER,2026-Q4,2027-01-01,2027-03-31",
        "YEAR,2026,2026-04-01,2027-03-31"
    })
    void beginsFiscalYearsInTheirMonth(TimeStep step, String key, LocalDate first, LocalDate last) {
        assertThat(step.days(key, new Period(null, null, ZoneOffset.UTC, 4)))
                .isEqualTo(new Period(first, last, ZoneOffset.UTC, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,0,1900-01-01",
        "DAY,-1,1899-12-31",
        "DAY,46079,2026-02-28",
        "WEEK,0,1900-W01",
        "WEEK,6313,2020-W53",
        "MONTH,1512,2026-01",
        "QUARTER,507,2026-Q4",
        "YEAR,126,2026"
    })
    void tellsTheKeyOfANumber(TimeStep step, int number, String key) {
        assertThat(step.key(number)).isEqualTo(key);
    }
}
