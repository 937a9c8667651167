package io.kehu.customer.contact;

import io.kehu.events.CustomFields;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;
import java.time.LocalDate;
import java.util.List;

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
        CustomFields customFields) {}
