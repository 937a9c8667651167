package io.kehu.contract.product;

import io.kehu.events.Money;
import io.kehu.events.ProductEvent;
import io.kehu.events.ProductState;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A product 产品 that is sold: goods or a service. Nobody owns it, so whoever may read products sees all of them. */
@Entity
public class Product extends Aggregate<ProductState> implements Served<ProductView> {

    /** Goods have a stock, services do not. */
    public enum Kind {
        GOODS,
        SERVICE
    }

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String category;
    private String specification;
    private String unit;
    private BigDecimal price;
    private String priceCurrency;
    private BigDecimal taxRate;
    private boolean onShelf;
    private String description;

    protected Product() {}

    Product(ProductFields fields) {
        super(fields.code());
        set(fields);
    }

    ProductEvent created() {
        return new ProductEvent.Created();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<ProductEvent> update(ProductFields fields) {
        if (!number().equals(fields.code())) {
            throw new Invalid("validation.failed", List.of(new InvalidField("code", "product.code-fixed", number())));
        }
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(new ProductEvent.Updated(changed));
    }

    @Override
    public ProductEvent remove() {
        delete();
        return new ProductEvent.Deleted();
    }

    @Override
    public ProductEvent takeBack() {
        restore();
        return new ProductEvent.Restored();
    }

    private void set(ProductFields fields) {
        name = fields.name();
        kind = fields.kind() == null ? Kind.GOODS : fields.kind();
        category = fields.category();
        specification = fields.specification();
        unit = fields.unit();
        price = fields.price() == null ? null : fields.price().amount();
        priceCurrency = fields.price() == null ? null : fields.price().currency();
        taxRate = fields.taxRate();
        onShelf = fields.onShelf() == null || fields.onShelf();
        description = fields.description();
    }

    ProductFields fields() {
        return new ProductFields(
                number(), name, kind, category, specification, unit, price(), taxRate, onShelf, description);
    }

    public String name() {
        return name;
    }

    public boolean onShelf() {
        return onShelf;
    }

    /** The list price, or null if it has none. */
    public Money price() {
        return price == null ? null : new Money(price, priceCurrency);
    }

    @Override
    public ProductState state() {
        return new ProductState(
                id(),
                number(),
                name,
                null,
                null,
                externalIds(),
                kind.name(),
                category,
                specification,
                unit,
                price(),
                taxRate,
                onShelf,
                description,
                deleted());
    }

    @Override
    public ProductView view() {
        return ProductView.of(state(), lifespan());
    }
}
