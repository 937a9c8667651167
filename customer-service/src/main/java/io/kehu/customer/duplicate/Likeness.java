package io.kehu.customer.duplicate;

import io.kehu.customer.CustomerFields;
import io.kehu.customer.CustomerType;
import io.kehu.platform.personal.BlindIndex;
import io.kehu.platform.search.NameKey;
import java.util.List;
import java.util.UUID;

/**
 * By what a customer is compared with others.
 *
 * @param id     the customer itself, which is no duplicate; null if it is new
 * @param phones what an equal phone number may be stored under
 */
record Likeness(
        UUID id,
        String creditCode,
        String nameKey,
        String province,
        String city,
        List<Long> phones,
        String emailDomain) {

    static Likeness of(UUID id, CustomerFields fields) {
        return new Likeness(
                id,
                fields.unifiedSocialCreditCode(),
                NameKey.of(fields.name()),
                fields.province(),
                fields.city(),
                fields.phone() == null ? List.of() : BlindIndex.PHONE.candidates(fields.phone()),
                fields.type() == CustomerType.INDIVIDUAL ? null : EmailDomain.of(fields.email()));
    }
}
