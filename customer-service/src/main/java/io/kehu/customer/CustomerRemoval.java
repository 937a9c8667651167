package io.kehu.customer;

import io.kehu.customer.contact.ContactRepository;
import io.kehu.platform.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What stands in the way of deleting a customer, whoever deletes it. */
@ApplicationScoped
class CustomerRemoval {

    private final CustomerRepository customers;
    private final ContactRepository contacts;

    CustomerRemoval(CustomerRepository customers, ContactRepository contacts) {
        this.customers = customers;
        this.contacts = contacts;
    }

    /** Fails with 409 while subsidiaries or contacts hang on it. */
    void requireUnused(UUID id) {
        var subsidiaries = customers.childCount(id);
        var people = contacts.countOf(id);
        if (subsidiaries + people > 0) {
            throw new Conflict("customer.in-use", subsidiaries, people);
        }
    }
}
