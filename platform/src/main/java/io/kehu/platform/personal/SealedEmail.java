package io.kehu.platform.personal;

import io.kehu.platform.access.Masks;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;
import java.util.UUID;

/**
 * An e-mail address in two columns: sealed, and its blind index, always made together under one key. It is bound to its
 * record and opened when asked for. An equal address keeps its columns, so that storing what is there changes nothing.
 */
@Embeddable
public class SealedEmail {

    private byte[] sealed;
    private Long exact;

    @Transient
    private String text;

    protected SealedEmail() {}

    private SealedEmail(UUID record, String text) {
        this.sealed = KeyRing.configured().seal(text, place(record));
        this.exact = BlindIndex.EMAIL.of(text);
        this.text = text;
    }

    /** @param present the address that the record has, or null */
    public static SealedEmail of(UUID record, String text, SealedEmail present) {
        if (text == null) {
            return null;
        }
        Masks.refuse(text);
        return text.equals(text(present, record)) ? present : new SealedEmail(record, text);
    }

    /** The address in clear, or null if there is none. */
    public static String text(SealedEmail email, UUID record) {
        return email == null ? null : email.open(record);
    }

    static String place(UUID record) {
        return record + ":email";
    }

    private String open(UUID record) {
        if (text == null) {
            text = KeyRing.configured().openText(sealed, place(record));
        }
        return text;
    }
}
