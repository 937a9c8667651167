package io.kehu.platform.personal;

import io.kehu.platform.access.Masks;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;

/**
 * Several phone numbers of one record, sealed together, with their blind indexes as arrays; apart from that as {@link SealedPhone}.
 */
@Embeddable
public record SealedPhones(byte[] sealed, Long[] exact, Long[] lastDigits) {

    static final String SUFFIX = ":phones";

    /** @param present what the record has, or null */
    public static SealedPhones of(UUID record, List<String> texts, SealedPhones present) {
        if (texts == null || texts.isEmpty()) {
            return null;
        }
        texts.forEach(Masks::refuse);
        if (texts.equals(texts(present, record))) {
            return present;
        }
        return new SealedPhones(
                KeyRing.configured().seal(SealedColumn.joined(texts), record + SUFFIX),
                BlindIndex.PHONE.ofAll(texts),
                BlindIndex.LAST_DIGITS.ofAll(texts));
    }

    /** In clear; empty if there are none. */
    public static List<String> texts(SealedPhones several, UUID record) {
        return several == null
                ? List.of()
                : SealedColumn.parts(KeyRing.configured().openText(several.sealed(), record + SUFFIX));
    }
}
