package io.kehu.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The sentences that problems are told in. A service's own are in {@code problems/service.properties}, those that all share
 * in {@code problems/platform.properties}, each with a zh-CN sibling; the key is the problem's code.
 */
public final class Messages {

    private static final List<String> BUNDLES = List.of("problems.service", "problems.platform");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    public static Locale locale(List<Locale> accepted) {
        for (var locale : accepted) {
            if (locale.getLanguage().equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ROOT;
            }
        }
        return Locale.ROOT;
    }

    /** The sentence for {@code code}, or the code itself where nobody has written one. */
    public static String text(Locale locale, String code, Object... arguments) {
        return find(locale, code, arguments).orElse(code);
    }

    static Optional<String> find(Locale locale, String code, Object... arguments) {
        for (var bundle : BUNDLES) {
            try {
                var pattern = ResourceBundle.getBundle(
                                bundle, locale, Thread.currentThread().getContextClassLoader(), NO_FALLBACK)
                        .getString(code);
                return Optional.of(new MessageFormat(pattern, Locale.ROOT).format(strings(arguments)));
            } catch (MissingResourceException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Numbers and dates as they stand in JSON, not grouped or localised. */
    private static Object[] strings(Object[] arguments) {
        var strings = new Object[arguments.length];
        for (var index = 0; index < arguments.length; index++) {
            strings[index] = String.valueOf(arguments[index]);
        }
        return strings;
    }
}
