package io.kehu.platform.company;

import java.time.ZoneId;
import java.util.Currency;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What the company that runs this counts its days and its money in.
 *
 * @param zone     of business days, and of times that name none
 * @param currency of amounts that name none, and what amounts of others are told in beside
 */
public record Company(ZoneId zone, Currency currency) {

    /** For values and entities, which nothing is injected into. */
    public static Company current() {
        return new Company(
                ZoneId.of(configured("zone", "Asia/Shanghai")), Currency.getInstance(configured("currency", "CNY")));
    }

    private static String configured(String name, String otherwise) {
        return ConfigProvider.getConfig()
                .getOptionalValue("kehu.company." + name, String.class)
                .orElse(otherwise);
    }
}
