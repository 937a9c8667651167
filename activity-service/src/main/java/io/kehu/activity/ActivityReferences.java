package io.kehu.activity;

import io.kehu.events.EventFamily;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Judges what an activity refers to in other services, before a transaction opens; what it referred to already stays. */
@ApplicationScoped
class ActivityReferences {

    private final References references;

    ActivityReferences(References references) {
        this.references = references;
    }

    void require(ActivityFields fields) {
        references.require("customerId", EventFamily.CUSTOMER, fields.customerId());
        references.require("opportunityId", EventFamily.OPPORTUNITY, fields.opportunityId());
        for (var index = 0; index < fields.contactIds().size(); index++) {
            requireContact(fields, index);
        }
    }

    void require(ActivityFields before, ActivityFields after) {
        requireChanged("customerId", EventFamily.CUSTOMER, before.customerId(), after.customerId());
        requireChanged("opportunityId", EventFamily.OPPORTUNITY, before.opportunityId(), after.opportunityId());
        for (var index = 0; index < after.contactIds().size(); index++) {
            if (!before.contactIds().contains(after.contactIds().get(index))) {
                requireContact(after, index);
            }
        }
    }

    private void requireChanged(String field, EventFamily family, UUID before, UUID after) {
        if (!Objects.equals(before, after)) {
            references.require(field, family, after);
        }
    }

    private void requireContact(ActivityFields fields, int index) {
        references.require(
                "contactIds[" + index + "]",
                EventFamily.CONTACT,
                fields.contactIds().get(index));
    }
}
