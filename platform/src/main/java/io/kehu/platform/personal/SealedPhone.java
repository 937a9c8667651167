package io.kehu.platform.personal;

import io.kehu.platform.access.Masks;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.util.UUID;

/**
 * A phone number in three columns: sealed, and its two blind indexes, always made together under one key. It is bound to its
 * record and opened when asked for. An equal number keeps its columns, so that storing what is there changes nothing.
 */
@Embeddable
public class SealedPhone {

    private byte[] sealed;
    private Long exact;
    private Long lastDigits;

    @Transient
    private String text;

    protected SealedPhone() {}

    private SealedPhone(UUID record, String text) {
        this.sealed = KeyRing.configured().seal(text, place(record));
        this.exact = BlindIndex.PHONE.of(text);
        this.lastDigits = BlindIndex.LAST_DIGITS.of(text);
        this.text = text;
    }

    /** @param present the number that the record has, or null */
    public static SealedPhone of(UUID record, String text, SealedPhone present) {
        if (text == null) {
            return null;
        }
        Masks.refuse(text);
        return text.equals(text(present, record)) ? present : new SealedPhone(record, text);
    }

    /** The number in clear, or null if there is none. */
    public static String text(SealedPhone phone, UUID record) {
        return phone == null ? null : phone.open(record);
    }

    static String place(UUID record) {
        return record + ":phone";
    }

    private String open(UUID record) {
        if (text == null) {
            text = KeyRing.configured().openText(sealed, place(record));
        }
        return text;
    }
}
