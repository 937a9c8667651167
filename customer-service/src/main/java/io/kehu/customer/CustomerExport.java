package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How customers go out as a file, which an import takes back. */
@ApplicationScoped
class CustomerExport implements RowExport<Customer> {

    private final CustomerRepository customers;
    private final CustomerImport imports;
    private final References references;

    CustomerExport(CustomerRepository customers, CustomerImport imports, References references) {
        this.customers = customers;
        this.imports = imports;
        this.references = references;
    }

    @Override
    public String resource() {
        return CustomerImport.RESOURCE;
    }

    @Override
    public AggregateRepository<Customer> repository() {
        return customers;
    }

    @Override
    public List<Column> columns() {
        return imports.columns();
    }

    @Override
    public Function<Customer, CustomerCells> views(List<Customer> records) {
        var parents = parents(named(records, Customer::parentId));
        var campaigns = references.numbers(EventFamily.CAMPAIGN, named(records, Customer::campaignId));
        return customer -> {
            var parent = parents.apply(customer.parentId());
            var view = customer.view();
            return CustomerCells.of(
                    view,
                    parent == null ? null : ExternalIds.keyBeside(customer, parent),
                    campaigns.get(view.state().campaignId()));
        };
    }

    private static List<UUID> named(List<Customer> records, Function<Customer, UUID> reference) {
        return records.stream()
                .map(reference)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Function<UUID, Customer> parents(List<UUID> ids) {
        if (ids.isEmpty()) {
            return _ -> null;
        }
        return customers.visible(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()))::get;
    }
}
