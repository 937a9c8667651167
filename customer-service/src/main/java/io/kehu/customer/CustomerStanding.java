package io.kehu.customer;

import io.kehu.customer.pool.CustomerPool;
import io.kehu.events.Collaborator;
import io.kehu.events.Collaborator.Access;
import io.kehu.events.CustomerEvent;
import io.kehu.events.CustomerState;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The two machines of a customer, apart from each other: where the relationship stands, and whose the customer is. */
@MappedSuperclass
abstract class CustomerStanding extends FiguredCustomer {

    /** Owner of what lies in a pool 公海; no user can have this name. */
    static final String POOL = "system:pool";

    @Enumerated(EnumType.STRING)
    Lifecycle lifecycle = Lifecycle.PROSPECT;

    String lifecycleReason;
    private Instant lifecycleSince = EventLog.now();

    UUID poolId;
    private UUID lastPoolId;
    private String previousOwner;
    private Instant ownedSince = EventLog.now();
    boolean locked;

    /** What the pool that it lies in keeps from whoever sees it there. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<String> hiddenFields = List.of();

    protected CustomerStanding() {}

    protected CustomerStanding(String number, String owner, String team) {
        super(number, owner, team);
    }

    /** A move by hand; empty if the customer stands there already. */
    final Optional<CustomerEvent> moveTo(Lifecycle next, String reason) {
        if (next == lifecycle) {
            return Optional.empty();
        }
        if (!lifecycle.allows(next)) {
            throw new RuleViolation("customer.lifecycle-move", lifecycle, next);
        }
        if (reason == null && lifecycle.needsReason(next)) {
            throw new Invalid("validation.failed", List.of(new InvalidField("reason", "field.required")));
        }
        return Optional.of(changeLifecycle(next, reason));
    }

    /** A new one that another system has known before. */
    final void beginAt(Lifecycle past) {
        lifecycle = past;
    }

    /** A contract has been signed: whatever the relationship was, it is active now, unless it is on the black list. */
    final Optional<CustomerEvent> dealMade(String contract) {
        return lifecycle == Lifecycle.ACTIVE || lifecycle == Lifecycle.BLACKLISTED
                ? Optional.empty()
                : Optional.of(changeLifecycle(Lifecycle.ACTIVE, contract));
    }

    /** Stands where another that turns out to be the same one stands, if that is further; false if it is not. */
    public final boolean catchUpWith(CustomerStanding other) {
        var behind = other.lifecycle.furtherThan(lifecycle);
        if (behind) {
            changeLifecycle(other.lifecycle, other.lifecycleReason);
        }
        return behind;
    }

    /**
     * Whoever {@code other} is shared with has a share, unless he has one; false if nobody is new. A pool shows to its teams
     * only what lies in it, and that to nobody else.
     */
    public final boolean shareAs(CustomerStanding other) {
        if (poolId != null || other.poolId != null) {
            return false;
        }
        var known = collaborators().stream().map(Collaborator::principal).toList();
        var others = other.collaborators().stream()
                .filter(each -> !known.contains(each.principal()))
                .toList();
        others.forEach(this::share);
        return !others.isEmpty();
    }

    /** Stands again where it stood before a merge, if only the merge with {@code other} has changed that; false otherwise. */
    public final boolean fallBack(CustomerStanding other, CustomerState before, CustomerState after) {
        var moved = !before.lifecycle().equals(after.lifecycle())
                && other.lifecycle.name().equals(after.lifecycle())
                && lifecycle.name().equals(after.lifecycle());
        if (moved) {
            changeLifecycle(Lifecycle.valueOf(before.lifecycle()), before.lifecycleReason());
        }
        return moved;
    }

    private CustomerEvent changeLifecycle(Lifecycle next, String reason) {
        var previous = lifecycle;
        lifecycle = next;
        lifecycleReason = reason;
        lifecycleSince = EventLog.now();
        return new CustomerEvent.LifecycleChanged(previous.name(), next.name(), reason);
    }

    /** Also out of a pool. */
    @Override
    public final CustomerEvent updated(Set<String> fields) {
        return new CustomerEvent.Updated(fields);
    }

    @Override
    protected final CustomerEvent ownerChanged(String formerOwner, String newOwner, String formerTeam, String newTeam) {
        leaveFormerOwner(newOwner);
        return new CustomerEvent.OwnerChanged(formerOwner, newOwner, formerTeam, newTeam);
    }

    /** Also out of a pool, without an event of its own. */
    final void giveTo(String newOwner, String newTeam) {
        if (!newOwner.equals(owner()) || !Objects.equals(newTeam, team())) {
            leaveFormerOwner(newOwner);
            changeOwner(newOwner, newTeam);
        }
    }

    private void leaveFormerOwner(String newOwner) {
        if (poolId != null) {
            leavePool();
        } else {
            previousOwner = owner();
        }
        if (!newOwner.equals(owner())) {
            ownedSince = EventLog.now();
        }
    }

    /** Puts the customer into a pool, where its {@code teams} see it and the first of them has it in its scope. */
    final CustomerEvent release(CustomerPool pool, String reason) {
        requireOwned();
        var event = new CustomerEvent.Pooled(pool.id(), owner(), team(), reason);
        previousOwner = owner();
        ownedSince = EventLog.now();
        locked = false;
        poolId = pool.id();
        lastPoolId = pool.id();
        hiddenFields = pool.hiddenFields();
        changeOwner(POOL, pool.teams().getFirst());
        showTo(pool.teams());
        return event;
    }

    /** The pool is for other teams, or hides other fields now. */
    final Optional<CustomerEvent> follow(CustomerPool pool) {
        var before = collaborators();
        var hiddenBefore = hiddenFields;
        hiddenFields = pool.hiddenFields();
        changeOwner(POOL, pool.teams().getFirst());
        showTo(pool.teams());
        return before.equals(collaborators()) && hiddenBefore.equals(hiddenFields)
                ? Optional.empty()
                : Optional.of(updated(Set.of("collaborators", "team")));
    }

    private void showTo(List<String> teams) {
        unshareAll();
        teams.forEach(team -> share(new Collaborator(team, Access.READ, null)));
    }

    private void unshareAll() {
        collaborators().forEach(each -> unshare(each.principal()));
    }

    final CustomerEvent claim(String newOwner, String newTeam) {
        var event = new CustomerEvent.Claimed(poolId, newOwner, newTeam);
        leavePool();
        ownedSince = EventLog.now();
        changeOwner(newOwner, newTeam);
        return event;
    }

    private void leavePool() {
        poolId = null;
        hiddenFields = List.of();
        unshareAll();
    }

    final Optional<CustomerEvent> lock(boolean wanted) {
        if (wanted == locked) {
            return Optional.empty();
        }
        locked = wanted;
        return Optional.of(updated(Set.of("locked")));
    }

    @Override
    public final void requireShareable() {
        requireOwned();
    }

    final void requireOwned() {
        if (poolId != null) {
            throw new RuleViolation("customer.pooled", number());
        }
    }

    final List<String> hiddenFields() {
        return hiddenFields;
    }

    final UUID poolId() {
        return poolId;
    }

    /** Who had the customer before it came into the pool that it lies in, and when that was. */
    final String previousOwner() {
        return previousOwner;
    }

    final Instant ownedSince() {
        return ownedSince;
    }
}
