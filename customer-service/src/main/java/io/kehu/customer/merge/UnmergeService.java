package io.kehu.customer.merge;

import io.kehu.customer.Customer;
import io.kehu.customer.CustomerPersonal;
import io.kehu.customer.CustomerRepository;
import io.kehu.customer.CustomerView;
import io.kehu.customer.GroupService;
import io.kehu.customer.Parent;
import io.kehu.customer.contact.Contact;
import io.kehu.customer.contact.ContactRepository;
import io.kehu.events.Collaborator;
import io.kehu.events.ContactLink;
import io.kehu.events.CustomerState;
import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.reference.MergeToFollow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes a merged customer out of the survivor again: what the merge has moved last goes back, all else stays. */
@ApplicationScoped
class UnmergeService {

    private static final Duration UNDOABLE = Duration.ofDays(30);

    private final CustomerRepository customers;
    private final ContactRepository contacts;
    private final GroupService groups;
    private final MergedFields fields;
    private final Merges merges;
    private final MovedByMerge moved;
    private final ExternalIds externalIds;
    private final History history;
    private final EventLog events;

    UnmergeService(
            CustomerRepository customers,
            ContactRepository contacts,
            GroupService groups,
            MergedFields fields,
            Merges merges,
            MovedByMerge moved,
            ExternalIds externalIds,
            History history,
            EventLog events) {
        this.customers = customers;
        this.contacts = contacts;
        this.groups = groups;
        this.fields = fields;
        this.merges = merges;
        this.moved = moved;
        this.externalIds = externalIds;
        this.history = history;
        this.events = events;
    }

    @Transactional
    CustomerView unmerge(UUID id) {
        groups.lock();
        var merged = customers.requireMerged(id);
        merged.requireAllowed();
        var merge = merges.of(id);
        if (merge.mergedAt().plus(UNDOABLE).isBefore(EventLog.now())) {
            throw new RuleViolation("customer.unmerge-late", merged.number(), UNDOABLE.toDays());
        }
        var survivor = customers
                .findByIdOptional(merge.survivorId())
                .orElseThrow(() -> new NotFound("customer", merge.survivorId()));
        survivor.requireAllowed();
        if (survivor.deleted()) {
            throw new RuleViolation("customer.unmerge-survivor", survivor.number());
        }
        MergeService.everywhere(MergeToFollow.causeOfUndoing(merge.mergeId()))
                .run(() -> unmerge(merge, merged, survivor));
        return merged.view();
    }

    /** What the merge has moved in this service, asked for before anything changes: a query would flush it without its event. */
    private record Moved(
            List<Contact> contacts,
            Map<UUID, List<ContactLink>> linksBefore,
            Set<UUID> together,
            Map<UUID, Customer> children,
            List<MovedByMerge.Child> childrenBefore,
            Set<UUID> aboveMerged) {}

    private Moved moved(Merge merge) {
        var before = moved.contacts(merge);
        var children = moved.children(merge);
        var ids = children.stream().map(MovedByMerge.Child::id).toList();
        return new Moved(
                before.isEmpty() ? List.of() : contacts.list("id in ?1", before.keySet()),
                before,
                merges.standingTogether(merge),
                customers.list("id in ?1", ids).stream().collect(Collectors.toMap(Customer::id, Function.identity())),
                children,
                Set.copyOf(customers.ancestors(merge.mergedId())));
    }

    /** The survivor first, so that it has let go of what is unique before the merged one has it again. */
    private void unmerge(Merge merge, Customer merged, Customer survivor) {
        var before = at(survivor, merge.mergedAt().minusNanos(1_000));
        var after = at(survivor, merge.mergedAt());
        var toGoBack = moved(merge);
        var also = new HashSet<String>();
        var pairs = merge.externalIds().stream()
                .filter(survivor.externalIds()::contains)
                .toList();
        if (!pairs.isEmpty()) {
            externalIds.release(survivor, pairs);
            also.add("externalIds");
        }
        unshare(merged, survivor, before, after, also);
        if (survivor.fallBack(merged, before.state(), after.state())) {
            also.add("lifecycle");
        }
        var parent = parent(merged, survivor, before, after, toGoBack.aboveMerged());
        var changes = new ArrayList<Change>();
        changes.add(
                Change.now(survivor, survivor.absorb(fields.without(merged, survivor, before, after), parent, also)));
        changes.addAll(contacts(merge, toGoBack));
        changes.addAll(children(merge, toGoBack));
        events.record(changes);
        var standAlone = merged.standAlone(merge.mergeId());
        externalIds.take(EventFamily.CUSTOMER, merged, pairs);
        events.record(merged, standAlone);
        merges.undo(merge, Caller.current().username());
    }

    private CustomerView at(Customer customer, Instant instant) {
        var then = history.at(customer.id(), instant, CustomerState.class, CustomerPersonal.class);
        return new CustomerView(then.state(), then.personal(), customer.lifespan(), null);
    }

    /** The survivor's as before, if it stood below the merged one or got its parent from it, and nobody has moved it since. */
    private static Parent parent(
            Customer merged, Customer survivor, CustomerView before, CustomerView after, Set<UUID> aboveMerged) {
        var once = before.state().parentId();
        var then = after.state().parentId();
        var stoodBelow = merged.id().equals(once) && !aboveMerged.contains(survivor.id());
        var got = once == null && Objects.equals(merged.parentId(), then);
        return (stoodBelow || got) && Objects.equals(survivor.parentId(), then) ? parentOf(before) : survivor.parent();
    }

    private static Parent parentOf(CustomerView view) {
        var state = view.state();
        return state.parentId() == null
                ? null
                : new Parent(
                        state.parentId(),
                        state.parentRelation() == null ? null : Parent.Relation.valueOf(state.parentRelation()),
                        state.parentShare());
    }

    private static void unshare(
            Customer merged, Customer survivor, CustomerView before, CustomerView after, HashSet<String> also) {
        var had = collaborators(before);
        var got = collaborators(after);
        for (var collaborator : merged.collaborators()) {
            if (!had.contains(collaborator)
                    && got.contains(collaborator)
                    && survivor.collaborators().contains(collaborator)
                    && survivor.unshare(collaborator.principal())) {
                also.add("collaborators");
            }
        }
    }

    private static List<Collaborator> collaborators(CustomerView view) {
        return Objects.requireNonNullElse(view.state().collaborators(), List.of());
    }

    private static List<Change> contacts(Merge merge, Moved toGoBack) {
        var changes = new ArrayList<Change>();
        for (var contact : toGoBack.contacts()) {
            if (!contact.customerIds().contains(merge.survivorId())) {
                continue;
            }
            var before = toGoBack.linksBefore().get(contact.id());
            changes.add(Change.now(
                    contact, contact.part(merge.survivorId(), merge.mergedId(), before, toGoBack.together())));
        }
        return changes;
    }

    /** Who stands above the merged one by now stays where it is, so that no cycle is closed. */
    private static List<Change> children(Merge merge, Moved toGoBack) {
        var changes = new ArrayList<Change>();
        for (var before : toGoBack.childrenBefore()) {
            var child = toGoBack.children().get(before.id());
            if (!Objects.equals(child.parentId(), before.given())
                    || toGoBack.aboveMerged().contains(child.id())) {
                continue;
            }
            var parent = child.parent();
            var back = merge.survivorId().equals(before.given())
                    ? new Parent(merge.mergedId(), parent.relation(), parent.share())
                    : before.back(merge.mergedId());
            changes.add(Change.now(child, child.moveBelow(back)));
        }
        return changes;
    }
}
