package io.kehu.customer;

import io.kehu.customer.pool.CustomerPool;
import io.kehu.events.CustomerEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What other features of this service may ask of customers. */
@ApplicationScoped
public class Customers {

    /** Customers of one tree that figures are summed up of. */
    private static final int MOST_BELOW = 20_000;

    private final CustomerRepository repository;
    private final ExternalIds externalIds;
    private final EventLog events;
    private final CustomerLocks locks;

    Customers(CustomerRepository repository, ExternalIds externalIds, EventLog events, CustomerLocks locks) {
        this.repository = repository;
        this.locks = locks;
        this.externalIds = externalIds;
        this.events = events;
    }

    /** A contract with the customer, or what it has been merged into, has been signed; called with the rights to every row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dealMade(UUID customerId, String contract) {
        changeEach(List.of(locks.take(customerId)), customer -> customer.dealMade(contract));
    }

    /** Puts owned customers into a pool. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recycle(Collection<UUID> ids, CustomerPool pool, String reason) {
        changeEach(
                ids,
                customer -> customer.poolId() == null ? Optional.of(customer.release(pool, reason)) : Optional.empty());
    }

    /** Shows customers that lie in {@code pool} to its teams as they are now, also those that may come back to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void showPool(Collection<UUID> ids, CustomerPool pool) {
        locks.take(ids);
        changeLocked(
                new TreeSet<>(ids),
                customer -> pool.id().equals(customer.poolId()) ? customer.follow(pool) : Optional.empty());
    }

    /** Moves a customer, or what it has been merged into, in its lifecycle by a rule, if it may still be moved so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveTo(UUID id, String lifecycle, String reason) {
        moveTo(List.of(locks.take(id)), lifecycle, reason);
    }

    /** Moves customers in their lifecycle by a rule, where they may still be moved so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveTo(Collection<UUID> ids, String lifecycle, String reason) {
        var next = Lifecycle.valueOf(lifecycle);
        changeEach(ids, customer -> customer.lifecycle.allows(next) ? customer.moveTo(next, reason) : Optional.empty());
    }

    /** Under the row locks, in one order, so that neither editors nor other replicas make it fail. */
    private void changeEach(Collection<UUID> ids, Function<Customer, Optional<CustomerEvent>> change) {
        var locked = new TreeSet<>(ids);
        locked.removeIf(id -> locks.holding(id, true) == null);
        changeLocked(locked, change);
    }

    private void changeLocked(Collection<UUID> locked, Function<Customer, Optional<CustomerEvent>> change) {
        var changes = new ArrayList<Change>();
        for (var customer : locked.stream().map(repository::findById).toList()) {
            change.apply(customer).ifPresent(event -> changes.add(Change.now(customer, event)));
        }
        events.record(changes);
    }

    /**
     * Fails with 422 unless {@code customerId} is null or a customer that the caller may see. Answers the id to refer to: that
     * of the survivor if the customer has been merged into another. It is neither deleted nor merged until the transaction ends.
     */
    public UUID settled(String field, UUID customerId) {
        if (customerId == null) {
            return null;
        }
        return repository
                .standing(locks.hold(customerId))
                .map(Customer::id)
                .orElseThrow(() -> unknown(field, customerId));
    }

    /** The same whether or not the caller may see the customer. */
    public UUID standing(String field, UUID customerId) {
        var standing = locks.hold(customerId);
        if (locks.holding(standing, false) == null) {
            throw unknown(field, customerId);
        }
        return standing;
    }

    private static Invalid unknown(String field, UUID customerId) {
        return new Invalid(
                "validation.failed", List.of(new InvalidField(field, "reference.unknown", "customer", customerId)));
    }

    /**
     * A customer and everything below it, at any depth.
     *
     * @param hidden    how many of them the caller may not see
     * @param truncated whether there are more of them, which count as neither
     */
    public record Tree(List<UUID> visible, int hidden, boolean truncated) {}

    /** The tree below a customer that the caller may see. */
    public Tree tree(UUID id) {
        repository.requireReadable(id);
        var below = repository.tree(id, MOST_BELOW + 1);
        var all = below.subList(0, Math.min(below.size(), MOST_BELOW));
        var visible = repository.visibleIds(all);
        return new Tree(visible, all.size() - visible.size(), below.size() > all.size());
    }

    /** Those of {@code ids} that keep {@code field} from the caller. */
    public List<UUID> hiding(String field, Collection<UUID> ids) {
        return HiddenFields.apply() ? repository.hiding(field, ids) : List.of();
    }

    /** Those of {@code ids} that the caller may see. */
    public Map<UUID, Aggregate<?>> visible(List<UUID> ids) {
        var visible = new HashMap<UUID, Aggregate<?>>();
        repository.visible(ids).forEach(customer -> visible.put(customer.id(), customer));
        return visible;
    }

    /** Ids of the customers that have these keys in other systems, as far as the caller may see them; held as by {@link #settled}. */
    public Map<ExternalId, UUID> visibleByExternalId(Set<ExternalId> pairs) {
        var ids = externalIds.find(EventFamily.CUSTOMER, pairs);
        locks.hold(ids.values());
        var visible = repository.visible(List.copyOf(ids.values())).stream()
                .map(Customer::id)
                .collect(Collectors.toSet());
        ids.values().retainAll(visible);
        return ids;
    }
}
