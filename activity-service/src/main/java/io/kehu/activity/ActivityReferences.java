package io.kehu.activity;

import io.kehu.events.EventFamily;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/**
 * Judges what an activity refers to in other services, and who performed it, before a transaction opens; what it referred to
 * already stays. Whoever performed it may have left since.
 */
@ApplicationScoped
class ActivityReferences {

    private final References references;
    private final Directory directory;

    ActivityReferences(References references, Directory directory) {
        this.references = references;
        this.directory = directory;
    }

    /** The fields as they are kept: of the survivor, if the customer has been merged into another. */
    ActivityFields settled(ActivityFields fields) {
        requirePerformer(fields);
        var customerId = references.require("customerId", EventFamily.CUSTOMER, fields.customerId());
        references.require("opportunityId", EventFamily.OPPORTUNITY, fields.opportunityId());
        for (var index = 0; index < fields.contactIds().size(); index++) {
            requireContact(fields, index);
        }
        return fields.ofCustomer(customerId);
    }

    /** The customer to refer to. */
    UUID require(ActivityFields before, ActivityFields after) {
        if (!Objects.equals(before.performedBy(), after.performedBy())) {
            requirePerformer(after);
        }
        var customerId = requireChanged("customerId", EventFamily.CUSTOMER, before.customerId(), after.customerId());
        requireChanged("opportunityId", EventFamily.OPPORTUNITY, before.opportunityId(), after.opportunityId());
        for (var index = 0; index < after.contactIds().size(); index++) {
            if (!before.contactIds().contains(after.contactIds().get(index))) {
                requireContact(after, index);
            }
        }
        return customerId;
    }

    private UUID requireChanged(String field, EventFamily family, UUID before, UUID after) {
        return Objects.equals(before, after) ? after : references.require(field, family, after);
    }

    private void requirePerformer(ActivityFields fields) {
        if (fields.performedBy() != null) {
            directory.requireUserOfThePast("performedBy", fields.performedBy());
        }
    }

    private void requireContact(ActivityFields fields, int index) {
        references.require(
                "contactIds[" + index + "]",
                EventFamily.CONTACT,
                fields.contactIds().get(index));
    }
}
