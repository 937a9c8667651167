package io.kehu.platform.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompanyTest {

    @AfterEach
    void forget() {
        System.clearProperty("kehu.company.zone");
        System.clearProperty("kehu.company.currency");
    }

    @Test
    void isInChinaUnlessItSaysOtherwise() {
        assertThat(Company.current()).isEqualTo(new Company(ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY")));
    }

    @Test
    void countsWhereItIs() {
        System.setProperty("kehu.company.zone", "Europe/Berlin");
        System.setProperty("kehu.company.currency", "EUR");

        assertThat(Company.current()).isEqualTo(new Company(ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR")));
    }

    @Test
    void hasACurrencyThatThereIs() {
        System.setProperty("kehu.company.currency", "RMB");

        assertThatThrownBy(Company::current).isInstanceOf(IllegalArgumentException.class);
    }
}
