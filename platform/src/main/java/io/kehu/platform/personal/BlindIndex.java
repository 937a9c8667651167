package io.kehu.platform.personal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * By what sealed texts are found again without being opened: a keyed hash of their normal form, equal for equal numbers
 * however they are written. There is no order in it, so nothing can be sorted or ranged by it.
 */
public enum BlindIndex {
    /** A whole number without its extension, in the form in which {@link PhoneNumbers} keeps it. */
    PHONE(true) {
        @Override
        String normalise(String text) {
            var digits =
                    digits(EXTENSION.matcher(PhoneNumbers.normal(text.strip())).replaceFirst(""));
            return digits.isEmpty() ? null : digits;
        }

        @Override
        public boolean recognises(String text) {
            return PHONE_CHARACTERS.matcher(text).matches() && digits(text).length() >= SHORTEST_PHONE;
        }
    },
    /** The last four digits of a number, which its mask shows as well. */
    LAST_DIGITS(false) {
        @Override
        String normalise(String text) {
            var digits = digits(EXTENSION.matcher(text.strip()).replaceFirst(""));
            return digits.length() < TAIL ? null : digits.substring(digits.length() - TAIL);
        }

        @Override
        public boolean recognises(String text) {
            return text.length() == TAIL && digits(text).length() == TAIL;
        }
    },
    EMAIL(true) {
        @Override
        String normalise(String text) {
            return text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean recognises(String text) {
            return text.indexOf('@') > 0 && !text.endsWith("@");
        }
    };

    private static final int TAIL = 4;
    private static final int SHORTEST_PHONE = 7;
    private static final Pattern EXTENSION = Pattern.compile("(?iu)(ext|x|转|#).*$");
    private static final Pattern PHONE_CHARACTERS = Pattern.compile("(?U)[+\\d\\s().-]+");

    private final boolean telling;

    BlindIndex(boolean telling) {
        this.telling = telling;
    }

    abstract String normalise(String text);

    /** Whether a text that somebody searches for looks like one of these. */
    public abstract boolean recognises(String text);

    /** Whether a hit tells more than the masked value shows. */
    public boolean telling() {
        return telling;
    }

    /** What {@code text} is stored under, or null if it has nothing to be found by. */
    public Long of(String text) {
        var normal = text == null ? null : normalise(text);
        return normal == null ? null : KeyRing.configured().index(name(), normal);
    }

    /** What several texts are stored under, those left out that have nothing to be found by. */
    Long[] ofAll(List<String> texts) {
        return texts.stream().map(this::of).filter(Objects::nonNull).distinct().toArray(Long[]::new);
    }

    /** What {@code text} may be stored under, one per key of the ring; none if it has nothing to be found by. */
    public List<Long> candidates(String text) {
        var normal = normalise(text);
        return normal == null ? List.of() : KeyRing.configured().indexes(name(), normal);
    }

    private static String digits(String text) {
        var digits = new StringBuilder();
        text.codePoints()
                .map(point -> Character.digit(point, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }
}
