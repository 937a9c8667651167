package io.kehu.opportunity;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import java.time.LocalDate;
import java.util.UUID;

/** A deal that another feature of this service opens. */
public record NewDeal(
        String name,
        UUID customerId,
        UUID contactId,
        Money amount,
        LocalDate expectedCloseDate,
        String source,
        UUID campaignId,
        CustomFields customFields) {}
