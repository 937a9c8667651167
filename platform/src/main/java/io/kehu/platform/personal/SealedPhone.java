package io.kehu.platform.personal;

import io.kehu.platform.access.Masks;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A phone number in three columns: sealed, and its two blind indexes, always made together under one key. It is bound to its
 * record and opened when asked for. An equal number keeps its columns, so that storing what is there changes nothing. A
 * record, because Hibernate takes every assignment of another embeddable for a change.
 */
@Embeddable
public record SealedPhone(byte[] sealed, Long exact, Long lastDigits) {

    /** @param present the number that the record has, or null */
    public static SealedPhone of(UUID record, String text, SealedPhone present) {
        if (text == null) {
            return null;
        }
        Masks.refuse(text);
        if (text.equals(text(present, record))) {
            return present;
        }
        return new SealedPhone(
                KeyRing.configured().seal(text, place(record)),
                BlindIndex.PHONE.of(text),
                BlindIndex.LAST_DIGITS.of(text));
    }

    /** The number in clear, or null if there is none. */
    public static String text(SealedPhone phone, UUID record) {
        return phone == null ? null : KeyRing.configured().openText(phone.sealed(), place(record));
    }

    static String place(UUID record) {
        return record + ":phone";
    }
}
