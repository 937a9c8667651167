package io.kehu.platform.personal;

import io.kehu.platform.access.Masks;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;

/**
 * Several e-mail addresses of one record, sealed together, with their blind indexes as arrays; apart from that as {@link SealedEmail}.
 */
@Embeddable
public record SealedEmails(byte[] sealed, Long[] exact) {

    static final String SUFFIX = ":emails";

    /** @param present what the record has, or null */
    public static SealedEmails of(UUID record, List<String> texts, SealedEmails present) {
        if (texts == null || texts.isEmpty()) {
            return null;
        }
        texts.forEach(Masks::refuse);
        if (texts.equals(texts(present, record))) {
            return present;
        }
        return new SealedEmails(
                KeyRing.configured().seal(SealedColumn.joined(texts), record + SUFFIX), BlindIndex.EMAIL.ofAll(texts));
    }

    /** In clear; empty if there are none. */
    public static List<String> texts(SealedEmails several, UUID record) {
        return several == null
                ? List.of()
                : SealedColumn.parts(KeyRing.configured().openText(several.sealed(), record + SUFFIX));
    }
}
