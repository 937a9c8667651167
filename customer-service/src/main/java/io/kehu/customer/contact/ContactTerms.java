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
import java.util.UUID;

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
     * The fields as they are kept.
     *
     * @param id      the contact, or null if it is new
     * @param current its present fields, or null
     */
    ContactFields settle(UUID id, ContactFields current, ContactFields wanted) {
        var customerId = customers.settled("customerId", wanted.customerId());
        var links = links(current, wanted.customers());
        requireNoCycle(id, wanted.reportsTo());
        return wanted.with(customerId, links, wanted.socialAccounts(), customFields(current, wanted.customFields()));
    }

    private List<CustomerLink> links(ContactFields current, List<CustomerLink> wanted) {
        if (wanted == null || current != null && wanted.equals(current.customers())) {
            return wanted;
        }
        var links = new ArrayList<CustomerLink>();
        for (var link : wanted) {
            var field = "customers[%d].customerId".formatted(links.size());
            links.add(link.of(customers.settled(field, link.customerId())));
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
