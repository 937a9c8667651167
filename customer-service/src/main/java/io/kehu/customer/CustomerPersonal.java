package io.kehu.customer;

import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;

/**
 * The part of a customer that never leaves this service unsealed.
 *
 * @param name the name of an individual; a company's is no personal data
 */
public record CustomerPersonal(
        String name,
        @Masked(Masking.PHONE) String phone,
        @Masked(Masking.EMAIL) String email) {}
