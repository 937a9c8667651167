package io.kehu.opportunity.reference;

import io.kehu.events.Event;
import io.kehu.events.Money;
import io.kehu.events.ProductState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What deals need to know of products beside their names. */
@ApplicationScoped
public class KnownProducts {

    private final EntityManager entities;

    KnownProducts(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes over what {@code events} tell, unless something newer is known. */
    void learn(List<Event> events) {
        for (var event : events) {
            var product = (ProductState) event.state();
            var price = product.price();
            session()
                    .createNativeMutationQuery("""
                            insert into known_product as k (id, version, price, currency, on_shelf)
                            values (:id, :version, cast(:price as numeric), cast(:currency as text), :onShelf)
                            on conflict (id) do update
                            set version = excluded.version, price = excluded.price, currency = excluded.currency,
                                on_shelf = excluded.on_shelf
                            where k.version < excluded.version""")
                    .setParameter("id", product.id())
                    .setParameter("version", event.metadata().version())
                    .setParameter("price", price == null ? null : price.amount(), BigDecimal.class)
                    .setParameter("currency", price == null ? null : price.currency(), String.class)
                    .setParameter("onShelf", product.onShelf())
                    .executeUpdate();
        }
    }

    /** The terms of a product, if it has been heard of. */
    public Optional<KnownProduct> find(UUID id) {
        return session()
                .createNativeQuery("select price, currency, on_shelf from known_product where id = :id", Tuple.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(KnownProducts::read);
    }

    private static KnownProduct read(Tuple row) {
        var price = row.get("price", BigDecimal.class);
        return new KnownProduct(
                price == null ? null : new Money(price, row.get("currency", String.class)),
                row.get("on_shelf", Boolean.class));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
