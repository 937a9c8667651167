package io.kehu.customer;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other features of this service may ask of customers. */
@ApplicationScoped
public class Customers {

    private final CustomerRepository repository;
    private final ExternalIds externalIds;

    Customers(CustomerRepository repository, ExternalIds externalIds) {
        this.repository = repository;
        this.externalIds = externalIds;
    }

    /**
     * Fails with 422 unless {@code customerId} is null or a customer that the caller may see. Answers the id to refer to: that
     * of the survivor if the customer has been merged into another.
     */
    public UUID settled(String field, UUID customerId) {
        if (customerId == null) {
            return null;
        }
        return repository
                .standing(customerId)
                .map(Customer::id)
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField(field, "reference.unknown", "customer", customerId))));
    }

    /** Ids of the customers that have these keys in other systems, as far as the caller may see them. */
    public Map<ExternalId, UUID> visibleByExternalId(Set<ExternalId> pairs) {
        var ids = externalIds.find(EventFamily.CUSTOMER, pairs);
        var visible = repository.visible(List.copyOf(ids.values())).stream()
                .map(Customer::id)
                .collect(Collectors.toSet());
        ids.values().retainAll(visible);
        return ids;
    }
}
