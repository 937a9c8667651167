package io.kehu.customer.contact;

import io.kehu.events.CustomFields;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.personal.PhoneNumbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who a contact is: never leaves this service unsealed. */
public record ContactPersonal(
        String name,
        String salutation,
        @Masked(Masking.PHONE) String phone,
        @Masked(Masking.EMAIL) String email,
        String remark,
        @Masked(Masking.PHONE) List<String> otherPhones,
        @Masked(Masking.EMAIL) List<String> otherEmails,
        List<SocialAccount> socialAccounts,
        LocalDate birthday,
        CustomFields customFields) {

    /** The texts that tell who the contact is, by which traces elsewhere are found. */
    Stream<String> knownBy() {
        return Stream.of(
                        Stream.of(name, email),
                        PhoneNumbers.spellings(phone),
                        all(otherPhones).flatMap(PhoneNumbers::spellings),
                        all(otherEmails),
                        all(socialAccounts).map(SocialAccount::handle))
                .flatMap(Function.identity())
                .filter(Objects::nonNull);
    }

    private static <T> Stream<T> all(List<T> values) {
        return values == null ? Stream.empty() : values.stream();
    }
}
