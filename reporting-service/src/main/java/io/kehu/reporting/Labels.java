package io.kehu.reporting;

import io.kehu.platform.problem.Messages;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of tables and charts in the language of the reader. */
public record Labels(Locale locale) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public static Labels accepted(List<Locale> languages) {
        return new Labels(Messages.locale(languages));
    }

    public String text(String key, Object... arguments) {
        var pattern = ResourceBundle.getBundle("labels", locale, Labels.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
