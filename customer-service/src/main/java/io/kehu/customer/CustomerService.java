package io.kehu.customer;

import io.kehu.customer.duplicate.DuplicateFinder;
import io.kehu.events.CustomerState;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CustomerService extends RecordService<Customer, CustomerView> {

    static final String NUMBER_PREFIX = "C";

    private final CustomerRepository customers;
    private final CustomerRemoval removal;
    private final CustomerTerms terms;
    private final DuplicateFinder finder;
    private final GroupService groups;

    CustomerService(
            CustomerRepository customers,
            CustomerRemoval removal,
            CustomerTerms terms,
            DuplicateFinder finder,
            GroupService groups,
            RecordKeeping keeping) {
        super(EventFamily.CUSTOMER, customers, keeping);
        this.customers = customers;
        this.removal = removal;
        this.terms = terms;
        this.finder = finder;
        this.groups = groups;
    }

    @Transactional
    CustomerView create(CustomerFields fields, boolean alsoDuplicate) {
        var caller = Caller.current();
        var customer = newCustomer(fields, new Assignment(caller.username(), caller.team()));
        if (!alsoDuplicate) {
            finder.takeQuestionOfNew(customer.fields());
        }
        var duplicates = finder.likely(customer.fields());
        if (!duplicates.isEmpty() && !alsoDuplicate) {
            var told = finder.describe(customer.fields());
            throw Conflict.telling(told, "customer.duplicate", told.items().size(), told.others());
        }
        return add(customer, created -> created.created(duplicates));
    }

    private Customer newCustomer(CustomerFields fields, Assignment owner) {
        var settled = terms.settle(null, Masks.resolve(null, fields));
        return new Customer(number(NUMBER_PREFIX), owner.owner(), owner.team(), settled);
    }

    @Override
    protected CustomerView asRecorded(Customer customer, Instant instant) {
        var then = moment(customer, instant, CustomerState.class, CustomerPersonal.class);
        return new CustomerView(
                        then.state(), then.personal(), customer.lifespan().at(then), null)
                .without(customer.hiddenFields());
    }

    @Override
    public HistoryPage history(UUID id, Long before, int limit) {
        var hidden = customers.require(id).hiddenFields();
        var page = super.history(id, before, limit);
        return new HistoryPage(HiddenFields.without(page.items(), hidden), page.nextBefore());
    }

    /** The fields as they are, for a change of them. */
    CustomerFields fields(UUID id) {
        return customers.require(id).fields();
    }

    /** The same of the customer that has this key, if there is one that the caller may see. */
    Optional<CustomerFields> fields(ExternalId externalId) {
        return find(externalId).flatMap(customers::findVisible).map(Customer::fields);
    }

    @Transactional
    CustomerView update(UUID id, Patch<CustomerFields> patch) {
        return change(id, customer -> {
            var current = customer.fields();
            return customer.update(terms.settle(current, patch.applyTo(current)));
        });
    }

    /** @param owner of a new one */
    @Transactional
    Upserted<CustomerView> upsert(ExternalId externalId, CustomerFields fields, Assignment owner) {
        return upsert(externalId, () -> newCustomer(fields, owner), Customer::created, customer -> {
            var current = customer.fields();
            return customer.update(terms.settle(current, Masks.resolve(current, fields)));
        });
    }

    @Transactional
    CustomerView assign(UUID id, Assignment assignment) {
        return change(id, customer -> customer.assign(assignment.owner(), assignment.team()));
    }

    @Override
    protected void requireRoom(Customer customer) {
        groups.settleParent(customer);
    }

    @Override
    protected void requireUnused(Customer customer) {
        removal.requireUnused(customer.id());
    }
}
