package io.kehu.customer;

import io.kehu.events.PostalAddress;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import java.util.List;

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
        InvoiceTitle invoiceTitle) {}
