package io.kehu.platform.personal;

import io.kehu.platform.access.Masks;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * An e-mail address in two columns: sealed, and its blind index, always made together under one key. It is bound to its
 * record and opened when asked for. An equal address keeps its columns, so that storing what is there changes nothing. A
 * record, because Hibernate takes every assignment of another embeddable for a change.
 */
@Embeddable
public record SealedEmail(byte[] sealed, Long exact) {

    /** @param present the address that the record has, or null */
    public static SealedEmail of(UUID record, String text, SealedEmail present) {
        if (text == null) {
            return null;
        }
        Masks.refuse(text);
        if (text.equals(text(present, record))) {
            return present;
        }
        return new SealedEmail(KeyRing.configured().seal(text, place(record)), BlindIndex.EMAIL.of(text));
    }

    /** The address in clear, or null if there is none. */
    public static String text(SealedEmail email, UUID record) {
        return email == null ? null : KeyRing.configured().openText(email.sealed(), place(record));
    }

    static String place(UUID record) {
        return record + ":email";
    }
}
