package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final CellFormat yearFirst = new CellFormat(null, SHANGHAI);
    private final CellFormat dayFirst = new CellFormat("d/M/yyyy H:mm", SHANGHAI);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-05",
                "2026/3/5",
                "2026.3.5",
                "2026年3月5日",
                "20260305",
                "46086",
                "2026-03-05 00:00",
                "2026/3/5 0:00:00",
                "2026-03-05T00:00"
            })
    void readsDatesWithTheYearFirst(String text) {
        assertThat(yearFirst.date(text)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(yearFirst.instant(text)).isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));
    }

    @Test
    void readsTheDatesOfWorkbooksWhateverThePattern() {
        assertThat(dayFirst.date("2026-03-05T00:00:00")).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(yearFirst.instant("46086.5")).isEqualTo(Instant.parse("2026-03-05T04:00:00Z"));
    }

    @Test
    void keepsTheZoneThatATimeNames() {
        assertThat(yearFirst.instant("2026-03-05T10:00:00Z")).isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
        assertThat(yearFirst.date("2026-03-05T20:00:00Z")).isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    void readsThePatternOfTheMapping() {
        assertThat(dayFirst.instant("29/2/2016 01:16")).isEqualTo(Instant.parse("2016-02-28T17:16:00Z"));
        assertThat(dayFirst.date("5/3/2016 12:00")).isEqualTo(LocalDate.of(2016, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/2/2016 01:16", "5/13/2016 12:00", "2016-03-05", "today"})
    void refusesDatesThatDoNotExistOrFit(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> dayFirst.instant(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/3/2016", "2026-02-30", "03-05", "4608", "20260230", "05.03.2026", "260305"})
    void refusesDatesThatCouldBeReadInTwoWays(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> yearFirst.date(text));
    }

    @Test
    void readsNumbers() {
        assertThat(yearFirst.decimal("1,234,567.80")).isEqualTo(new BigDecimal("1234567.80"));
        assertThat(yearFirst.decimal("-3.5")).isEqualTo(new BigDecimal("-3.5"));
        assertThat(yearFirst.integer("2,822")).isEqualTo(2822);
        assertThat(yearFirst.integer("7.0")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1.234,50", "1E5", "12,34,567", "¥5", "", "NaN"})
    void refusesNumbersThatCouldBeReadInTwoWays(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> yearFirst.decimal(text));
    }

    @Test
    void refusesAFractionAsWholeNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> yearFirst.integer("1.5"));
        assertThatIllegalArgumentException().isThrownBy(() -> yearFirst.integer("99999999999"));
    }

    @Test
    void readsChoicesAndFlags() {
        assertThat(CellFormat.choice("closed won", Deals.Stage.class)).isEqualTo(Deals.Stage.CLOSED_WON);
        assertThat(yearFirst.flag("是")).isTrue();
        assertThat(yearFirst.flag("No")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CellFormat.choice("lost", Deals.Stage.class));
        assertThatIllegalArgumentException().isThrownBy(() -> yearFirst.flag("maybe"));
    }
}
