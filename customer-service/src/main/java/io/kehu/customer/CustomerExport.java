package io.kehu.customer;

import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    CustomerExport(CustomerRepository customers, CustomerImport imports) {
        this.customers = customers;
        this.imports = imports;
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
        var columns = new ArrayList<>(imports.columns());
        columns.add(Column.text("lifecycle", "Lifecycle", "客户阶段"));
        return columns;
    }

    @Override
    public Function<Customer, CustomerCells> views(List<Customer> records) {
        var parents = parents(records.stream()
                .map(Customer::parentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return customer -> {
            var parent = parents.apply(customer.parentId());
            return CustomerCells.of(customer.view(), parent == null ? null : ExternalIds.keyBeside(customer, parent));
        };
    }

    private Function<UUID, Customer> parents(List<UUID> ids) {
        if (ids.isEmpty()) {
            return _ -> null;
        }
        return customers.visible(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()))::get;
    }
}
