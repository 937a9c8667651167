package io.kehu.contract.product;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What other features of this service may ask of products. */
@ApplicationScoped
public class Products {

    private final ProductRepository repository;

    Products(ProductRepository repository) {
        this.repository = repository;
    }

    /** The product, unless there is none or it is deleted. */
    public Optional<Product> find(UUID id) {
        return repository.findVisible(id);
    }
}
