package io.kehu.platform.personal;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A sensitive text that is kept and shown but never searched, in one column: sealed, bound to its record and opened when
 * asked for. An equal text keeps its column, so that storing what is there changes nothing.
 */
@Embeddable
public record SealedText(byte[] sealed) {

    static final String SUFFIX = ":text";

    /** @param present the text that the record has, or null */
    public static SealedText of(UUID record, String text, SealedText present) {
        if (text == null) {
            return null;
        }
        return text.equals(text(present, record))
                ? present
                : new SealedText(KeyRing.configured().seal(text, record + SUFFIX));
    }

    /** The text in clear, or null if there is none. */
    public static String text(SealedText text, UUID record) {
        return text == null ? null : KeyRing.configured().openText(text.sealed(), record + SUFFIX);
    }
}
