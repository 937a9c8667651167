package io.kehu.customer.contact;

import io.kehu.events.CustomFields;
import io.kehu.events.EventJson;
import io.kehu.platform.personal.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What is known of a person beside the fields that are searched; kept sealed as a whole. */
record FurtherDetails(List<SocialAccount> socialAccounts, LocalDate birthday, CustomFields customFields) {

    private static final FurtherDetails NONE = new FurtherDetails(List.of(), null, CustomFields.NONE);

    FurtherDetails {
        socialAccounts = socialAccounts == null ? List.of() : List.copyOf(socialAccounts);
        customFields = customFields == null ? CustomFields.NONE : customFields;
    }

    static FurtherDetails opened(SealedText sealed, UUID record) {
        return sealed == null ? NONE : EventJson.read(SealedText.text(sealed, record), FurtherDetails.class);
    }

    SealedText sealed(UUID record, SealedText present) {
        return equals(NONE) ? null : SealedText.of(record, EventJson.write(this), present);
    }
}
