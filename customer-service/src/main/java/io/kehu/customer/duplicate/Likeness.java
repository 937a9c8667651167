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

    Likeness withoutPhones() {
        return new Likeness(id, creditCode, nameKey, province, city, List.of(), emailDomain);
    }

    boolean sharesPhone(Likeness other) {
        return phones.stream().anyMatch(other.phones::contains);
    }

    /** Whether it is most likely the same; the finder asks the database in the same words. */
    boolean isLikely(Likeness other) {
        if (creditCode != null && creditCode.equals(other.creditCode)) {
            return true;
        }
        var samePlace = province != null && province.equals(other.province) && city != null && city.equals(other.city);
        return nameKey.equals(other.nameKey)
                && (creditCode == null || other.creditCode == null)
                && (samePlace || sharesPhone(other));
    }
}
