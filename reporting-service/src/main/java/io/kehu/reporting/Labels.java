package io.kehu.reporting;

import io.kehu.events.Money;
import io.kehu.platform.problem.Messages;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * The words of tables and charts in the language of the reader.
 *
 * @param own those that the company has for itself, by their keys, in the place of the suite's
 */
public record Labels(Locale locale, Map<String, String> own) {

    private static final String NOTHING = "–";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public static Labels accepted(List<Locale> languages) {
        return new Labels(Messages.locale(languages), Map.of());
    }

    /** In the language that the caller of the present request reads. */
    public static Labels ofRequest() {
        return accepted(CurrentRequestManager.get().getHttpHeaders().getAcceptableLanguages());
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), locale).format(arguments);
    }

    /** The text of {@code key}, or {@code otherwise} where there is none, as for words that a company has added. */
    public String textOr(String key, String otherwise) {
        if (own.containsKey(key)) {
            return own.get(key);
        }
        return bundle().containsKey(key) ? text(key) : otherwise;
    }

    /** What a group is called whose key is a word of the suite's own, else the key. */
    public String name(Enum<?> dimension, String key) {
        return key == null ? null : textOr(dimension.name().toLowerCase(Locale.ROOT) + "." + key, key);
    }

    /** In percent. */
    public String share(BigDecimal share) {
        return share == null ? NOTHING : text("chart.share", share);
    }

    public String amount(Money money) {
        return money == null ? NOTHING : text("funnel.amount", money.amount(), money.currency());
    }

    public String number(BigDecimal number) {
        return number == null ? NOTHING : number.toPlainString();
    }

    /** The name, or the word for what has none. */
    public String orNone(String name) {
        return name == null ? text("chart.none") : name;
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle("labels", locale, Labels.class.getClassLoader(), NO_FALLBACK);
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
