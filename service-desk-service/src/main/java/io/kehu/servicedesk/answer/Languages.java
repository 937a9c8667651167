package io.kehu.servicedesk.answer;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages that customers are asked in: what the link says counts more than what the browser says. */
final class Languages {

    private Languages() {}

    /**
     * The first that we have a page in, else Chinese.
     *
     * @param stated by the link, or null
     */
    static Locale choose(String stated, List<Locale> accepted) {
        return Stream.concat(Stream.ofNullable(stated).map(Locale::forLanguageTag), accepted.stream())
                .filter(locale -> List.of("zh", "en").contains(locale.getLanguage()))
                .findFirst()
                .map(Languages::of)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    private static Locale of(Locale locale) {
        return locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
