package io.kehu.opportunity.lead;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a company's name without width, case, brackets and blanks, so that one company is found under its spellings. */
final class CompanyKey {

    private CompanyKey() {}

    /** Null for a lead without a company. */
    static String of(String company) {
        if (company == null) {
            return null;
        }
        var key = Normalizer.normalize(company, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        return key.isEmpty() ? null : key;
    }
}
