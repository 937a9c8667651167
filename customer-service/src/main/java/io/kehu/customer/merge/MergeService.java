package io.kehu.customer.merge;

import io.kehu.customer.Customer;
import io.kehu.customer.CustomerLocks;
import io.kehu.customer.CustomerRepository;
import io.kehu.customer.CustomerView;
import io.kehu.customer.GroupService;
import io.kehu.customer.Parent;
import io.kehu.customer.contact.Contact;
import io.kehu.customer.contact.ContactRepository;
import io.kehu.events.ContactEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.MergeToFollow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes several customers one, with everything of this service that hangs on them; other services follow by the event. */
@ApplicationScoped
class MergeService {

    private final CustomerRepository customers;
    private final ContactRepository contacts;
    private final GroupService groups;
    private final CustomerLocks locks;
    private final MergedFields fields;
    private final Merges merges;
    private final ExternalIds externalIds;
    private final EventLog events;

    MergeService(
            CustomerRepository customers,
            ContactRepository contacts,
            GroupService groups,
            CustomerLocks locks,
            MergedFields fields,
            Merges merges,
            ExternalIds externalIds,
            EventLog events) {
        this.customers = customers;
        this.contacts = contacts;
        this.groups = groups;
        this.locks = locks;
        this.fields = fields;
        this.merges = merges;
        this.externalIds = externalIds;
        this.events = events;
    }

    @Transactional
    CustomerView merge(UUID id, MergeCustomers command) {
        groups.lock();
        locks.take(Stream.concat(Stream.of(id), command.customers().stream()).toList());
        var survivor = customers.require(id);
        var others = others(survivor, command.customers());
        var mergeId = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        everywhere(MergeToFollow.cause(mergeId)).run(() -> merge(mergeId, survivor, others, command.choices()));
        return survivor.view();
    }

    /** The caller, for what hangs on customers that he may change, whoever it belongs to. */
    static Caller everywhere(String cause) {
        var caller = Caller.current();
        return new Caller(
                caller.username(), caller.team(), Scope.ALL, Set.of(Caller.PERSONAL_DATA), Origin.MERGE, cause);
    }

    private List<Customer> others(Customer survivor, List<UUID> ids) {
        var others = new ArrayList<Customer>();
        for (var index = 0; index < ids.size(); index++) {
            var id = ids.get(index);
            var field = "customers[" + index + "]";
            var other = customers
                    .findVisible(id)
                    .orElseThrow(() -> invalid(new InvalidField(field, "reference.unknown", "customer", id)));
            if (other.equals(survivor) || others.contains(other)) {
                throw invalid(new InvalidField(field, "customer.merge-twice", other.number()));
            }
            if (other.isPerson() != survivor.isPerson()) {
                throw invalid(new InvalidField(field, "customer.merge-type", other.type(), survivor.type()));
            }
            other.requireAllowed();
            others.add(other);
        }
        return others;
    }

    private static Invalid invalid(InvalidField field) {
        return new Invalid("validation.failed", List.of(field));
    }

    /**
     * Everything is asked for before anything changes, because a query would flush a change before its event. The merged ones
     * first, so that they have let go of what is unique before the survivor takes it.
     */
    private void merge(UUID mergeId, Customer survivor, List<Customer> others, Map<String, UUID> choices) {
        var mergedIds = others.stream().map(Customer::id).collect(Collectors.toSet());
        var people = contacts.of(mergedIds);
        var children = customers.children(mergedIds);
        var above = Set.copyOf(customers.ancestors(survivor.id()));
        var merged = fields.of(survivor, others, choices);
        var parent = parent(survivor, others, mergedIds);
        var pairs = new HashMap<UUID, List<ExternalId>>();
        var changes = new ArrayList<Change>();
        people.forEach(person -> changes.add(follow(person, survivor, mergedIds)));
        changes.addAll(children(children, above, survivor, others));
        for (var other : others) {
            pairs.put(other.id(), other.externalIds());
            externalIds.release(other, other.externalIds());
            changes.add(Change.now(other, other.mergeInto(mergeId, survivor.id())));
        }
        events.record(changes);
        pairs.values().forEach(released -> externalIds.take(EventFamily.CUSTOMER, survivor, released));
        events.record(survivor, survivor.absorb(merged, parent, joined(survivor, others, pairs)));
        var mergedAt = survivor.lifespan().updatedAt();
        for (var other : others) {
            merges.add(
                    new Merge(mergeId, other.id(), survivor.id(), pairs.get(other.id()), mergedAt),
                    Caller.current().username());
        }
    }

    private static Change follow(Contact person, Customer survivor, Set<UUID> mergedIds) {
        ContactEvent event = null;
        for (var customerId : person.customerIds()) {
            if (mergedIds.contains(customerId)) {
                event = person.follow(customerId, survivor.id());
            }
        }
        return Change.now(person, event);
    }

    /** Those above the survivor cannot go below it, so they take the place of the merged one above them. */
    private static List<Change> children(
            List<Customer> children, Set<UUID> above, Customer survivor, List<Customer> others) {
        var changes = new ArrayList<Change>();
        for (var child : children) {
            if (child.equals(survivor) || others.contains(child)) {
                continue;
            }
            var parent = child.parent();
            var place = above.contains(child.id())
                    ? parentAbove(parent, others)
                    : new Parent(survivor.id(), parent.relation(), parent.share());
            changes.add(Change.now(child, child.moveBelow(place)));
        }
        return changes;
    }

    /** The survivor's, or else that of the first of the others that has one which stands below none of them. */
    private Parent parent(Customer survivor, List<Customer> others, Set<UUID> mergedIds) {
        var own = parentAbove(survivor.parent(), others);
        return own != null
                ? own
                : others.stream()
                        .map(other -> parentAbove(other.parent(), others))
                        .filter(Objects::nonNull)
                        .filter(parent -> !parent.customerId().equals(survivor.id()))
                        .filter(parent -> customers.ancestors(parent.customerId()).stream()
                                .noneMatch(id -> id.equals(survivor.id()) || mergedIds.contains(id)))
                        .findFirst()
                        .orElse(null);
    }

    /** The nearest parent that is not merged, or null. */
    private static Parent parentAbove(Parent parent, List<Customer> others) {
        var byId = others.stream().collect(Collectors.toMap(Customer::id, other -> other));
        return Stream.iterate(
                        parent,
                        Objects::nonNull,
                        above -> byId.get(above.customerId()).parent())
                .limit(others.size() + 1L)
                .filter(above -> !byId.containsKey(above.customerId()))
                .findFirst()
                .orElse(null);
    }

    /** Whoever a merged customer was shared with has a share in the survivor; it stands where the furthest stood. */
    private static Set<String> joined(Customer survivor, List<Customer> others, Map<UUID, List<ExternalId>> pairs) {
        var also = new HashSet<String>();
        if (pairs.values().stream().anyMatch(released -> !released.isEmpty())) {
            also.add("externalIds");
        }
        for (var other : others) {
            if (survivor.catchUpWith(other)) {
                also.add("lifecycle");
            }
            if (survivor.shareAs(other)) {
                also.add("collaborators");
            }
        }
        return also;
    }
}
