package io.kehu.customer;

import io.kehu.customer.duplicate.DuplicateFinder;
import io.kehu.events.Collaborator;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.sharing.Sharing;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CustomerService {

    static final String NUMBER_PREFIX = "C";

    private final CustomerRepository customers;
    private final CustomerRemoval removal;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final ExternalIds externalIds;
    private final Sharing sharing;
    private final CustomerTerms terms;
    private final DuplicateFinder finder;

    CustomerService(
            CustomerRepository customers,
            CustomerRemoval removal,
            EventLog events,
            History history,
            Numbers numbers,
            ExternalIds externalIds,
            Sharing sharing,
            CustomerTerms terms,
            DuplicateFinder finder) {
        this.customers = customers;
        this.removal = removal;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.externalIds = externalIds;
        this.sharing = sharing;
        this.terms = terms;
        this.finder = finder;
    }

    @Transactional
    CustomerView create(CustomerFields fields, boolean alsoDuplicate) {
        var caller = Caller.current();
        var customer = newCustomer(fields, new Assignment(caller.username(), caller.team()));
        var duplicates = finder.likely(customer.fields());
        if (!duplicates.isEmpty() && !alsoDuplicate) {
            var told = finder.describe(customer.fields());
            throw Conflict.telling(told, "customer.duplicate", told.items().size(), told.others());
        }
        events.record(customer, customer.created(duplicates));
        return customer.view();
    }

    private Customer newCustomer(CustomerFields fields, Assignment owner) {
        var settled = terms.settle(null, Masks.resolve(null, fields));
        return new Customer(numbers.next(NUMBER_PREFIX), owner.owner(), owner.team(), settled);
    }

    CustomerView get(UUID id) {
        return customers.require(id).view();
    }

    /** The customer as it was recorded at {@code instant}, for whoever may see it now. */
    CustomerView get(UUID id, Instant instant) {
        var customer = customers.require(id);
        var now = customer.lifespan();
        var then = history.at(id, instant, CustomerState.class, CustomerPersonal.class);
        return new CustomerView(then.state(), then.personal(), now.at(then), null).without(customer.hiddenFields());
    }

    CustomerView get(ExternalId externalId) {
        var known = externalIds.find(EventFamily.CUSTOMER, List.of(externalId)).get(externalId);
        if (known == null) {
            throw new NotFound("customer", externalId.externalId());
        }
        return get(known);
    }

    /** The fields as they are, for a change of them. */
    CustomerFields fields(UUID id) {
        return customers.require(id).fields();
    }

    /** The same of the customer that has this key, if there is one that the caller may see. */
    Optional<CustomerFields> fields(ExternalId externalId) {
        var known = externalIds.find(EventFamily.CUSTOMER, List.of(externalId)).get(externalId);
        return known == null ? Optional.empty() : customers.findVisible(known).map(Customer::fields);
    }

    Page<CustomerView> page(ListRequest request) {
        return customers.page(request).map(Customer::view);
    }

    Totals totals() {
        return new Totals(customers.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        var hidden = customers.require(id).hiddenFields();
        return HiddenFields.without(history.of(id, before, limit), hidden);
    }

    @Transactional
    CustomerView update(UUID id, Patch<CustomerFields> patch) {
        var customer = customers.require(id);
        var current = customer.fields();
        customer.update(terms.settle(current, patch.applyTo(current)))
                .ifPresent(event -> events.record(customer, event));
        return customer.view();
    }

    /** @param owner of a new one */
    @Transactional
    Upserted<CustomerView> upsert(ExternalId externalId, CustomerFields fields, Assignment owner) {
        var known = externalIds.find(EventFamily.CUSTOMER, List.of(externalId)).get(externalId);
        if (known == null) {
            var customer = newCustomer(fields, owner);
            externalIds.link(EventFamily.CUSTOMER, customer, externalId);
            events.record(customer, customer.created());
            return Upserted.created(customer.view());
        }
        var customer = customers
                .findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var current = customer.fields();
        var changed = customer.update(terms.settle(current, Masks.resolve(current, fields)));
        changed.ifPresent(event -> events.record(customer, event));
        return changed.isPresent() ? Upserted.updated(customer.view()) : Upserted.unchanged(customer.view());
    }

    @Transactional
    CustomerView assign(UUID id, Assignment assignment) {
        var customer = customers.require(id);
        customer.assign(assignment.owner(), assignment.team()).ifPresent(event -> events.record(customer, event));
        return customer.view();
    }

    @Transactional
    CustomerView share(UUID id, Collaborator collaborator) {
        var customer = customers.require(id);
        customer.requireOwned();
        return sharing.add(customer, collaborator, CustomerEvent.Updated::new).view();
    }

    @Transactional
    CustomerView unshare(UUID id, String principal) {
        var customer = customers.require(id);
        customer.requireOwned();
        return sharing.remove(customer, principal, CustomerEvent.Updated::new).view();
    }

    @Transactional
    void delete(UUID id) {
        var customer = customers.require(id);
        removal.requireUnused(id);
        events.record(customer, customer.remove());
    }

    @Transactional
    CustomerView restore(UUID id) {
        var customer = customers.requireAlsoDeleted(id);
        if (customer.deleted()) {
            events.record(customer, customer.takeBack());
        }
        return customer.view();
    }
}
