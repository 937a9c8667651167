package io.kehu.opportunity;

import io.kehu.events.EventFamily;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Judges the records of other services that a deal names; asked before a transaction opens. */
@ApplicationScoped
class OpportunityReferences {

    private final References references;

    OpportunityReferences(References references) {
        this.references = references;
    }

    /** The deal with the names of its products, of the survivor if its customer is merged; 422 for what may not be seen. */
    OpportunityFields settled(OpportunityFields fields) {
        var customerId = references.require("customerId", EventFamily.CUSTOMER, fields.customerId());
        requireNewContacts(List.of(), fields.contacts());
        return fields.ofCustomer(customerId).naming(products(fields.lines(), Map.of()));
    }

    /** The same for what a change names anew: what a deal names already may stay, whoever makes the change. */
    UUID requireNewCustomer(OpportunityFields before, OpportunityFields after) {
        return Objects.equals(before.customerId(), after.customerId())
                ? after.customerId()
                : references.require("customerId", EventFamily.CUSTOMER, after.customerId());
    }

    /** Fails with 422 naming a contact that is named anew and may not be seen. */
    void requireNewContacts(List<DealContact> before, List<DealContact> after) {
        var known = before.stream().map(DealContact::contactId).toList();
        for (var index = 0; index < after.size(); index++) {
            var id = after.get(index).contactId();
            if (!known.contains(id)) {
                references.require("contacts[" + index + "].contactId", EventFamily.CONTACT, id);
            }
        }
    }

    /** The names of the products, likewise. */
    Map<UUID, String> requireNewProducts(OpportunityFields before, OpportunityFields after) {
        var known = new HashMap<UUID, String>();
        before.lines().forEach(line -> known.put(line.productId(), line.product()));
        return products(after.lines(), known);
    }

    private Map<UUID, String> products(List<OpportunityLine> lines, Map<UUID, String> known) {
        var names = new HashMap<>(known);
        var faults = new ArrayList<InvalidField>();
        for (var index = 0; index < lines.size(); index++) {
            var id = lines.get(index).productId();
            if (names.containsKey(id)) {
                continue;
            }
            var product = references.find(EventFamily.PRODUCT, id);
            product.ifPresent(found -> names.put(id, found.name()));
            if (product.isEmpty()) {
                faults.add(new InvalidField("lines[" + index + "].productId", "reference.unknown", "product", id));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return names;
    }
}
