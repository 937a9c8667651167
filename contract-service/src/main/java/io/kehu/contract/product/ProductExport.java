package io.kehu.contract.product;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How products go out as a file, which an import takes back. */
@ApplicationScoped
class ProductExport implements RowExport<Product> {

    private final ProductRepository products;
    private final ProductImport imports;

    ProductExport(ProductRepository products, ProductImport imports) {
        this.products = products;
        this.imports = imports;
    }

    @Override
    public String resource() {
        return imports.resource();
    }

    @Override
    public AggregateRepository<Product> repository() {
        return products;
    }

    @Override
    public List<Column> columns() {
        return imports.columns();
    }

    @Override
    public Function<Product, ProductView> views(List<Product> records) {
        return Product::view;
    }
}
