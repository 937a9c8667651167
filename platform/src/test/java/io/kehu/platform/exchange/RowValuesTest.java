package io.kehu.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.events.Money;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowValuesTest {

    @AfterEach
    void forget() {
        System.clearProperty("kehu.company.currency");
    }

    @Test
    void readsAmountsInTheCompanysCurrencyUnlessTheRowNamesOne() {
        System.setProperty("kehu.company.currency", "EUR");

        assertThat(row(Map.of("price", "1500.00")).money("price", "currency")).isEqualTo(money("EUR"));
        assertThat(row(Map.of("price", "1500.00", "currency", "USD")).money("price", "currency"))
                .isEqualTo(money("USD"));
        assertThat(row(Map.of("currency", "USD")).money("price", "currency")).isNull();
    }

    private static Money money(String currency) {
        return new Money(new BigDecimal("1500.00"), currency);
    }

    private static RowValues row(Map<String, String> values) {
        return new RowValues(Set.of("price", "currency"), values, new CellFormat(null, ZoneOffset.UTC));
    }
}
