package io.kehu.customer.contact;

import io.kehu.customer.Customers;
import io.kehu.events.CustomFields;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Judges what users write of a contact by what it refers to: customers, the decision chain, the company's own fields. */
@ApplicationScoped
class ContactTerms {

    static final String RESOURCE = "contacts";

    private final ContactRepository contacts;
    private final Customers customers;
    private final CustomFieldRules rules;
    private final Statements statements;

    ContactTerms(ContactRepository contacts, Customers customers, CustomFieldRules rules, Statements statements) {
        this.contacts = contacts;
        this.customers = customers;
        this.rules = rules;
        this.statements = statements;
    }

    /**
     * The fields as they are kept. What a contact refers to already is not judged again: the caller need not see it.
     *
     * @param id      the contact, or null if it is new
     * @param current its present fields, or null
     */
    ContactFields settle(UUID id, ContactFields current, ContactFields wanted) {
        var customerId = settled("customerId", current, wanted.customerId());
        var links = links(current, wanted.customers());
        if (current == null || !Objects.equals(wanted.reportsTo(), current.reportsTo())) {
            requireNoCycle(id, wanted.reportsTo());
        }
        return wanted.with(customerId, links, wanted.socialAccounts(), customFields(current, wanted.customFields()));
    }

    private UUID settled(String field, ContactFields current, UUID customerId) {
        var known = current != null
                && current.customers().stream().map(CustomerLink::customerId).anyMatch(Predicate.isEqual(customerId));
        return known ? customerId : customers.settled(field, customerId);
    }

    private List<CustomerLink> links(ContactFields current, List<CustomerLink> wanted) {
        if (wanted == null) {
            return null;
        }
        var links = new ArrayList<CustomerLink>();
        for (var link : wanted) {
            var field = "customers[%d].customerId".formatted(links.size());
            links.add(link.of(settled(field, current, link.customerId())));
        }
        return links;
    }

    /** Values of the company's own fields as they are kept. */
    CustomFields customFields(ContactFields current, CustomFields wanted) {
        var errors = new ArrayList<InvalidField>();
        var values = rules.settle(RESOURCE, current == null ? null : current.customFields(), wanted, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        return values;
    }

    /** The lock keeps two changes at once from closing a cycle that neither of them sees alone. */
    private void requireNoCycle(UUID id, UUID reportsTo) {
        if (reportsTo == null) {
            return;
        }
        statements.lock("decision-chain");
        var above = contacts.findVisible(reportsTo)
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("reportsTo", "reference.unknown", "contact", reportsTo))));
        if (id != null && contacts.above(reportsTo).contains(id)) {
            throw new RuleViolation("contact.reports-to-cycle", above.number());
        }
    }
}
