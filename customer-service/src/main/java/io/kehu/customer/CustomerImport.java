package io.kehu.customer;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How customers come in by file. A parent stands before its subsidiaries or is there already. */
@ApplicationScoped
class CustomerImport implements RowImport<CustomerRow, Customer> {

    static final String RESOURCE = CustomerTerms.RESOURCE;

    private final CustomerRepository customers;
    private final GroupService groups;
    private final ExternalIds externalIds;
    private final Numbers numbers;
    private final Directory directory;
    private final CustomerRemoval removal;
    private final CustomerTerms terms;
    private final CustomFieldRules customFields;
    private final References references;
    private final CustomerLocks locks;

    CustomerImport(
            CustomerRepository customers,
            GroupService groups,
            ExternalIds externalIds,
            Numbers numbers,
            Directory directory,
            CustomerRemoval removal,
            CustomerTerms terms,
            CustomFieldRules customFields,
            References references,
            CustomerLocks locks) {
        this.customers = customers;
        this.groups = groups;
        this.externalIds = externalIds;
        this.numbers = numbers;
        this.directory = directory;
        this.removal = removal;
        this.terms = terms;
        this.customFields = customFields;
        this.references = references;
        this.locks = locks;
    }

    @Override
    public String resource() {
        return RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.CUSTOMER;
    }

    @Override
    public Class<Customer> entity() {
        return Customer.class;
    }

    @Override
    public List<Column> columns() {
        return CustomerColumns.all(customFields.of(CustomerTerms.RESOURCE));
    }

    @Override
    public Optional<Set<String>> ties() {
        return Optional.of(Set.of("parent", "unifiedSocialCreditCode"));
    }

    @Override
    public List<String> unique(CustomerRow command) {
        return Stream.ofNullable(command.fields().unifiedSocialCreditCode()).toList();
    }

    @Override
    public CustomerRow read(RowValues row) {
        return CustomerColumns.read(row, customFields.of(CustomerTerms.RESOURCE));
    }

    @Override
    public DomainEvent removed(Customer customer) {
        removal.requireUnused(customer.id());
        return customer.remove();
    }

    @Override
    public void settle(Customer customer) {
        groups.settleParent(customer);
    }

    @Override
    public DomainEvent restored(Customer customer, Set<String> fields) {
        return customer.updated(fields);
    }

    @Override
    public RowWriter<CustomerRow, Customer> writer(List<ImportRow<CustomerRow>> rows) {
        var named = rows.stream()
                .map(row -> row.command().campaign())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new CustomerWriter(
                parents(rows), references.findByNumber(EventFamily.CAMPAIGN, named), groups, numbers, directory, terms);
    }

    private Map<ExternalId, Customer> parents(List<ImportRow<CustomerRow>> rows) {
        var wanted = new ArrayList<ExternalId>();
        for (var row : rows) {
            if (row.externalId() != null && row.command().parent() != null) {
                wanted.add(
                        new ExternalId(row.externalId().source(), row.command().parent()));
            }
        }
        var ids = externalIds.find(EventFamily.CUSTOMER, wanted);
        locks.hold(ids.values());
        var visible = customers.visible(List.copyOf(ids.values())).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        var parents = new HashMap<ExternalId, Customer>();
        ids.forEach((pair, id) -> {
            if (visible.containsKey(id)) {
                parents.put(pair, visible.get(id));
            }
        });
        return parents;
    }
}
