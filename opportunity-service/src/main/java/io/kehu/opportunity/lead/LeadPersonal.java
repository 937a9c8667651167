package io.kehu.opportunity.lead;

import io.kehu.events.CustomFields;
import io.kehu.platform.access.Masked;
import io.kehu.platform.access.Masking;

/** Whose lead it is: never leaves this service unsealed. */
public record LeadPersonal(
        String name,
        String person,
        @Masked(Masking.PHONE) String phone,
        @Masked(Masking.EMAIL) String email,
        String remark,
        CustomFields customFields) {}
