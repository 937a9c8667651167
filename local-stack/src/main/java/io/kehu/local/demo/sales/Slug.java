package io.kehu.local.demo.sales;

import java.text.Normalizer;
import java.util.Locale;

/** A name as it stands in usernames and group paths: {@code Mei-Mei Johns} is {@code mei-mei-johns}. */
final class Slug {

    private Slug() {}

    static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
