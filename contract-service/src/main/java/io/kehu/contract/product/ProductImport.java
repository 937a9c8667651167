package io.kehu.contract.product;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ProductEvent;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How products come in by file. */
@ApplicationScoped
class ProductImport implements RowImport<ProductFields, Product> {

    private final ProductRepository products;

    ProductImport(ProductRepository products) {
        this.products = products;
    }

    @Override
    public String resource() {
        return "products";
    }

    @Override
    public EventFamily family() {
        return EventFamily.PRODUCT;
    }

    @Override
    public Class<Product> entity() {
        return Product.class;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("code", "Code", "产品编码").needed(),
                Column.text("name", "Name", "产品名称").needed(),
                Column.choice(Product.Kind.class, "kind", "Kind", "类型"),
                Column.text("category", "Category", "产品分类"),
                Column.text("specification", "Specification", "规格型号"),
                Column.text("unit", "Unit", "单位"),
                Column.of(ColumnType.DECIMAL, "price", "Price", "标准价格"),
                Column.currency("currency", "Currency", "币种"),
                Column.of(ColumnType.DECIMAL, "taxRate", "Tax rate", "税率")
                        .described("0 to 1, for instance 0.13", "0 到 1，例如 0.13"),
                Column.of(ColumnType.FLAG, "onShelf", "On shelf", "上架"),
                Column.text("description", "Description", "产品描述"));
    }

    @Override
    public List<String> unique(ProductFields command) {
        return command.code() == null ? List.of() : List.of(command.code());
    }

    @Override
    public ProductFields read(RowValues row) {
        return new ProductFields(
                row.text("code"),
                row.text("name"),
                row.choice("kind", Product.Kind.class),
                row.text("category"),
                row.text("specification"),
                row.text("unit"),
                row.money("price", "currency"),
                row.decimal("taxRate"),
                row.flag("onShelf"),
                row.text("description"));
    }

    @Override
    public DomainEvent removed(Product product) {
        products.requireUnused(product.id());
        return product.remove();
    }

    @Override
    public DomainEvent restored(Product product, Set<String> fields) {
        return new ProductEvent.Updated(fields);
    }

    @Override
    public RowWriter<ProductFields, Product> writer(List<ImportRow<ProductFields>> rows) {
        var codes = rows.stream()
                .map(row -> row.command().code())
                .filter(Objects::nonNull)
                .toList();
        return new ProductWriter(products.taken(codes));
    }
}
