package io.kehu.customer;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The group hierarchy 集团: any depth, no cycles. */
@ApplicationScoped
public class GroupService {

    /** Nodes of one hierarchy that one answer holds. */
    private static final int MOST_NODES = 2_000;

    private final CustomerRepository customers;
    private final EventLog events;
    private final Statements statements;
    private final CustomerLocks locks;

    GroupService(CustomerRepository customers, EventLog events, Statements statements, CustomerLocks locks) {
        this.customers = customers;
        this.events = events;
        this.statements = statements;
        this.locks = locks;
    }

    @Transactional
    CustomerView setParent(UUID id, Parent parent) {
        lock();
        var customer = customers.require(id);
        var standing = customers
                .standing(locks.hold(parent.customerId()))
                .map(Customer::id)
                .orElse(parent.customerId());
        var settled = new Parent(standing, parent.relation(), parent.share());
        if (!Objects.equals(settled, customer.parent())) {
            requireNoCycle(customer, require(standing), Map.of());
            events.record(customer, customer.moveBelow(settled));
        }
        return customer.view();
    }

    @Transactional
    CustomerView removeParent(UUID id) {
        var customer = customers.require(id);
        if (customer.parent() != null) {
            events.record(customer, customer.moveBelow(null));
        }
        return customer.view();
    }

    /** Puts a customer that stands again as before below what its parent has been merged into, or below none if that is gone. */
    void settleParent(Customer customer) {
        var parent = customer.parent();
        if (parent == null) {
            return;
        }
        lock();
        var standing = locks.hold(parent.customerId());
        if (upwards(standing, Map.of()).contains(customer.id())) {
            throw new RuleViolation("customer.parent-cycle", standing, customer.number());
        }
        var gone = locks.holding(standing, false) == null;
        customer.moveBelow(gone ? null : new Parent(standing, parent.relation(), parent.share()));
    }

    private Customer require(UUID parentId) {
        return customers
                .findVisible(parentId)
                .orElseThrow(() -> new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("customerId", "reference.unknown", "customer", parentId))));
    }

    /**
     * The lock keeps two moves at once from closing a cycle that neither of them sees alone.
     *
     * @param moves the parents of those that the current transaction has moved and the database does not know of yet
     */
    void requireNoCycle(Customer customer, Customer parent, Map<UUID, UUID> moves) {
        lock();
        if (upwards(parent.id(), moves).contains(customer.id())) {
            throw new RuleViolation("customer.parent-cycle", parent.number(), customer.number());
        }
    }

    /** {@code id} and those above it. */
    private Set<UUID> upwards(UUID id, Map<UUID, UUID> moves) {
        var found = new HashSet<UUID>();
        var start = id;
        while (start != null && found.add(start)) {
            var moved = moves.get(start);
            if (moved == null) {
                for (var above : customers.ancestors(start)) {
                    found.add(above);
                    moved = moves.get(above);
                    if (moved != null) {
                        break;
                    }
                }
            }
            start = moved;
        }
        return found;
    }

    /** Until the current transaction ends nobody else moves a customer in its group. */
    public void lock() {
        statements.lock("customer-hierarchy");
    }

    /** The whole group that {@code id} belongs to, as far as the caller may see it, from the highest visible parent. */
    HierarchyNode hierarchy(UUID id) {
        var customer = customers.require(id);
        var above = customers.visible(customers.ancestors(id)).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        var root = customer;
        while (root.parentId() != null && above.containsKey(root.parentId())) {
            root = above.get(root.parentId());
        }
        var all = customers.tree(root.id(), MOST_NODES + 1);
        var told = all.subList(0, Math.min(all.size(), MOST_NODES));
        var byParent = customers.visible(told).stream()
                .filter(each -> each.parentId() != null)
                .collect(Collectors.groupingBy(Customer::parentId));
        return node(root, byParent, all.size() > told.size());
    }

    private static HierarchyNode node(Customer customer, Map<UUID, List<Customer>> byParent, boolean truncated) {
        var parent = customer.parent();
        return new HierarchyNode(
                customer.id(),
                customer.number(),
                customer.name(),
                parent == null ? null : parent.relation(),
                parent == null ? null : parent.share(),
                byParent.getOrDefault(customer.id(), List.of()).stream()
                        .map(child -> node(child, byParent, false))
                        .toList(),
                truncated);
    }
}
