package io.kehu.contract;

import io.kehu.events.EventFamily;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Judges what a contract refers to in other services, before a transaction opens; what it referred to already stays. */
@ApplicationScoped
class ContractReferences {

    private final References references;

    ContractReferences(References references) {
        this.references = references;
    }

    /** The fields as they are kept: of the survivor, if the customer has been merged into another. */
    ContractFields settled(ContractFields fields) {
        references.require("opportunityId", EventFamily.OPPORTUNITY, fields.opportunityId());
        return fields.ofCustomer(references.require("customerId", EventFamily.CUSTOMER, fields.customerId()));
    }

    /** The customer to refer to. */
    UUID require(ContractFields before, ContractFields after) {
        if (!Objects.equals(before.opportunityId(), after.opportunityId())) {
            references.require("opportunityId", EventFamily.OPPORTUNITY, after.opportunityId());
        }
        return Objects.equals(before.customerId(), after.customerId())
                ? after.customerId()
                : references.require("customerId", EventFamily.CUSTOMER, after.customerId());
    }
}
