package io.kehu.contract.product;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.ProductState;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ProductService extends RecordService<Product, ProductView> {

    private final ProductRepository products;

    ProductService(ProductRepository products, RecordKeeping keeping) {
        super(EventFamily.PRODUCT, products, keeping);
        this.products = products;
    }

    @Transactional
    ProductView create(ProductFields fields) {
        return add(newProduct(fields), Product::created);
    }

    private Product newProduct(ProductFields fields) {
        requireFree(fields.code());
        return new Product(fields);
    }

    private void requireFree(String code) {
        if (!products.taken(List.of(code)).isEmpty()) {
            throw new Conflict("product.code-taken", code);
        }
    }

    @Override
    protected ProductView asRecorded(Product product, Instant instant) {
        var then = moment(product, instant, ProductState.class, Record.class);
        return ProductView.of(then.state(), product.lifespan().at(then));
    }

    @Transactional
    ProductView update(UUID id, Patch<ProductFields> patch) {
        return change(id, product -> product.update(patch.applyTo(product.fields())));
    }

    @Transactional
    Upserted<ProductView> upsert(ExternalId externalId, ProductFields fields) {
        return upsert(externalId, () -> newProduct(fields), Product::created, product -> product.update(fields));
    }

    @Override
    protected void requireUnused(Product product) {
        products.requireUnused(product.id());
    }

    @Override
    protected void requireRoom(Product product) {
        requireFree(product.number());
    }
}
