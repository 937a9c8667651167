package io.kehu.customer.contact;

import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;

/** Who a contact is: never leaves this service unsealed. */
public record ContactPersonal(
        String name,
        String salutation,
        @Masked(Masking.PHONE) String phone,
        @Masked(Masking.EMAIL) String email,
        String remark) {}
