package io.kehu.servicedesk;

import io.kehu.events.EventFamily;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;

/** Judges the records of other services that a ticket names; asked before a transaction opens. */
@ApplicationScoped
class TicketReferences {

    private final References references;

    TicketReferences(References references) {
        this.references = references;
    }

    /** The fields as they are kept: of the survivor, if the customer has been merged into another. */
    TicketFields settled(TicketFields fields) {
        var customerId = references.require("customerId", EventFamily.CUSTOMER, fields.customerId());
        references.require("contactId", EventFamily.CONTACT, fields.contactId());
        references.require("contractId", EventFamily.CONTRACT, fields.contractId());
        references.require("productId", EventFamily.PRODUCT, fields.productId());
        return fields.ofCustomer(customerId);
    }

    /** The same for what a change names anew: what a ticket names already may stay, whoever makes the change. Answers the customer. */
    UUID requireNew(TicketFields before, TicketFields after) {
        var customerId = requireNew("customerId", EventFamily.CUSTOMER, before.customerId(), after.customerId());
        requireNew("contactId", EventFamily.CONTACT, before.contactId(), after.contactId());
        requireNew("contractId", EventFamily.CONTRACT, before.contractId(), after.contractId());
        requireNew("productId", EventFamily.PRODUCT, before.productId(), after.productId());
        return customerId;
    }

    private UUID requireNew(String field, EventFamily family, UUID before, UUID after) {
        return Objects.equals(before, after) ? after : references.require(field, family, after);
    }
}
