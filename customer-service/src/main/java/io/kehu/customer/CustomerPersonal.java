package io.kehu.customer;

import io.kehu.events.PostalAddress;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import io.kehu.platform.personal.PhoneNumbers;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of a customer that never leaves this service unsealed.
 *
 * @param name      the name of an individual; a company's is no personal data
 * @param addresses those of an individual, likewise
 */
public record CustomerPersonal(
        String name,
        @Masked(Masking.PHONE) String phone,
        @Masked(Masking.EMAIL) String email,
        List<PostalAddress> addresses,
        InvoiceTitle invoiceTitle) {

    /** The texts that tell who an individual is, by which traces elsewhere are found. */
    Stream<String> knownBy() {
        var ofInvoice = invoiceTitle == null
                ? Stream.<String>empty()
                : Stream.concat(
                        Stream.of(invoiceTitle.title(), invoiceTitle.taxNumber(), invoiceTitle.account()),
                        PhoneNumbers.spellings(invoiceTitle.phone()));
        return Stream.of(Stream.of(name, email), PhoneNumbers.spellings(phone), ofInvoice)
                .flatMap(Function.identity())
                .filter(Objects::nonNull);
    }
}
