package io.kehu.customer;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What other features of this service may ask of customers. */
@ApplicationScoped
public class Customers {

    private final CustomerRepository repository;

    Customers(CustomerRepository repository) {
        this.repository = repository;
    }

    /** Fails with 422 unless {@code customerId} is null or a customer that the caller may see. */
    public void requireKnown(String field, UUID customerId) {
        if (customerId != null && repository.findVisible(customerId).isEmpty()) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField(field, "reference.unknown", "customer", customerId)));
        }
    }
}
