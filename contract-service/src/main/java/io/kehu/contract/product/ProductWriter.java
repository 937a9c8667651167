package io.kehu.contract.product;

import io.kehu.platform.eventlog.Change;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.Conflict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes the products of one chunk, of which no two may have one code. */
final class ProductWriter implements RowWriter<ProductFields, Product> {

    private final Set<String> taken;

    ProductWriter(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    @Override
    public ProductFields current(Product existing) {
        return existing.fields();
    }

    @Override
    public Change create(ImportRow<ProductFields> row) {
        var fields = row.command();
        if (!taken.add(fields.code())) {
            throw new Conflict("product.code-taken", fields.code());
        }
        var product = new Product(fields);
        return Change.now(product, product.created());
    }

    @Override
    public Optional<Change> update(Product existing, ImportRow<ProductFields> row) {
        return existing.update(row.command()).map(event -> Change.now(existing, event));
    }
}
