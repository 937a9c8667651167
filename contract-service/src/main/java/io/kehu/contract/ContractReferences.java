package io.kehu.contract;

import io.kehu.events.EventFamily;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Judges what a contract refers to in other services, before a transaction opens; what it referred to already stays. */
@ApplicationScoped
class ContractReferences {

    private final References references;

    ContractReferences(References references) {
        this.references = references;
    }

    void require(ContractFields fields) {
        references.require("customerId", EventFamily.CUSTOMER, fields.customerId());
        references.require("opportunityId", EventFamily.OPPORTUNITY, fields.opportunityId());
    }

    void require(ContractFields before, ContractFields after) {
        if (!Objects.equals(before.customerId(), after.customerId())) {
            references.require("customerId", EventFamily.CUSTOMER, after.customerId());
        }
        if (!Objects.equals(before.opportunityId(), after.opportunityId())) {
            references.require("opportunityId", EventFamily.OPPORTUNITY, after.opportunityId());
        }
    }
}
