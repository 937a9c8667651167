package io.kehu.platform.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is left of a company's name without legal form, brackets, width and case: equal for equal companies. */
public final class NameKey {

    private static final Pattern INSIGNIFICANT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CHINESE_FORM = Pattern.compile("(股份有限公司|有限责任公司|股份公司|有限公司)$");
    private static final Pattern DOTTED_FORM = Pattern.compile("\\b([a-z])\\.\\s?([a-z])\\.(?=\\s|$)");
    private static final Set<String> FORMS = Set.of(
            "co",
            "company",
            "ltd",
            "limited",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "llc",
            "plc",
            "pte",
            "gmbh",
            "ag",
            "kg",
            "sa",
            "bv",
            "nv",
            "srl",
            "spa",
            "sarl",
            "oy",
            "ab",
            "pty");

    private NameKey() {}

    public static String of(String name) {
        var normal = DOTTED_FORM
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("$1$2");
        var words = new ArrayList<>(Arrays.asList(
                INSIGNIFICANT.matcher(normal).replaceAll(" ").strip().split(" ")));
        while (words.size() > 1 && FORMS.contains(words.getLast())) {
            words.removeLast();
        }
        var whole = String.join("", words);
        var key = CHINESE_FORM.matcher(whole).replaceFirst("");
        return key.isEmpty() ? whole : key;
    }
}
