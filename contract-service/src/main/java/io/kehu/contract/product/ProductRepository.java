package io.kehu.contract.product;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import io.kehu.platform.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ProductRepository extends AggregateRepository<Product> {

    ProductRepository() {
        super(
                Product.class,
                Listing.of(Product.class)
                        .filters("name", "kind", "category", "unit", "price", "priceCurrency", "taxRate", "onShelf")
                        .sorts("name", "category", "price")
                        .searches("name", "number"));
    }

    /** Those of {@code codes} that products have which are not deleted. */
    Set<String> taken(Collection<String> codes) {
        return find("number in ?1 and deletedAt is null", codes).stream()
                .map(Product::number)
                .collect(Collectors.toSet());
    }

    /** Fails with 409 while contracts have a line for {@code id}. */
    void requireUnused(UUID id) {
        var contracts = contractCount(id);
        if (contracts > 0) {
            throw new Conflict("product.in-use", contracts);
        }
    }

    /** How many contracts have a line for {@code id}, whoever may see them. */
    private long contractCount(UUID id) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from contract"
                                + " where deleted_at is null and lines @> cast(:line as jsonb)")
                        .setParameter("line", "[{\"productId\":\"" + id + "\"}]")
                        .getSingleResult())
                .longValue();
    }
}
