package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.reference.References;
import io.kehu.platform.web.Patch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Judges the records of other services that a customer names; asked before a transaction opens. What it names already may
 * stay, whoever changes it.
 */
@ApplicationScoped
class CustomerReferences {

    private static final String CAMPAIGN = "campaignId";

    private final References references;
    private final CustomerService customers;

    CustomerReferences(References references, CustomerService customers) {
        this.references = references;
        this.customers = customers;
    }

    /** Fails with 422 if a new customer is said to come from a campaign that the caller may not see. */
    void judge(CustomerFields fields) {
        references.require(CAMPAIGN, EventFamily.CAMPAIGN, fields.campaignId());
    }

    /** The same for the customer that has a key in another system, if there is one already. */
    void judge(ExternalId externalId, CustomerFields fields) {
        if (fields.campaignId() != null) {
            requireNew(customers.fields(externalId), fields.campaignId());
        }
    }

    /** The same for a change of some fields. */
    void judge(UUID id, Patch<CustomerFields> patch) {
        if (patch.document().hasNonNull(CAMPAIGN)) {
            var present = customers.fields(id);
            requireNew(Optional.of(present), patch.applyTo(present).campaignId());
        }
    }

    private void requireNew(Optional<CustomerFields> present, UUID wanted) {
        if (!wanted.equals(present.map(CustomerFields::campaignId).orElse(null))) {
            references.require(CAMPAIGN, EventFamily.CAMPAIGN, wanted);
        }
    }
}
