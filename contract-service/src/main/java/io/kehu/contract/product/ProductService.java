package io.kehu.contract.product;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.ProductState;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.listing.Totals;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ProductService {

    private final ProductRepository products;
    private final EventLog events;
    private final History history;
    private final ExternalIds externalIds;

    ProductService(ProductRepository products, EventLog events, History history, ExternalIds externalIds) {
        this.products = products;
        this.events = events;
        this.history = history;
        this.externalIds = externalIds;
    }

    @Transactional
    ProductView create(ProductFields fields) {
        var product = newProduct(fields);
        events.record(product, product.created());
        return product.view();
    }

    private Product newProduct(ProductFields fields) {
        if (!products.taken(List.of(fields.code())).isEmpty()) {
            throw new Conflict("product.code-taken", fields.code());
        }
        return new Product(fields);
    }

    ProductView get(UUID id) {
        return products.require(id).view();
    }

    /** The product as it was recorded at {@code instant}. */
    ProductView get(UUID id, Instant instant) {
        var now = products.require(id).lifespan();
        var then = history.at(id, instant, ProductState.class, Record.class);
        return ProductView.of(then.state(), now.at(then));
    }

    ProductView get(ExternalId externalId) {
        var known = externalIds.find(EventFamily.PRODUCT, List.of(externalId)).get(externalId);
        if (known == null) {
            throw new NotFound("product", externalId.externalId());
        }
        return get(known);
    }

    Page<ProductView> page(ListRequest request) {
        return products.page(request).map(Product::view);
    }

    Totals totals() {
        return new Totals(products.countVisible());
    }

    HistoryPage history(UUID id, Long before, int limit) {
        products.require(id);
        return history.of(id, before, limit);
    }

    @Transactional
    ProductView update(UUID id, Patch<ProductFields> patch) {
        var product = products.require(id);
        product.update(patch.applyTo(product.fields())).ifPresent(event -> events.record(product, event));
        return product.view();
    }

    @Transactional
    Upserted<ProductView> upsert(ExternalId externalId, ProductFields fields) {
        var known = externalIds.find(EventFamily.PRODUCT, List.of(externalId)).get(externalId);
        if (known == null) {
            var product = newProduct(fields);
            externalIds.link(EventFamily.PRODUCT, product, externalId);
            events.record(product, product.created());
            return Upserted.created(product.view());
        }
        var product = products.findVisible(known)
                .orElseThrow(() -> new Conflict("external-id.taken", externalId.source(), externalId.externalId()));
        var changed = product.update(fields);
        changed.ifPresent(event -> events.record(product, event));
        return changed.isPresent() ? Upserted.updated(product.view()) : Upserted.unchanged(product.view());
    }

    @Transactional
    void delete(UUID id) {
        var product = products.require(id);
        products.requireUnused(id);
        events.record(product, product.remove());
    }
}
