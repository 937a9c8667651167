package io.kehu.customer;

import io.kehu.customer.pool.Claims;
import io.kehu.customer.pool.CustomerPool;
import io.kehu.customer.pool.Pools;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Scope;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.Forbidden;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Takes customers out of pools 公海 and puts them in, by hand. */
@ApplicationScoped
class OwnershipService {

    /** Scopes of those who look after others' customers: an owner alone would keep what he has from the pool for good. */
    private static final Set<Scope> OVERSEEING = EnumSet.of(Scope.TEAM, Scope.TEAM_TREE, Scope.ALL);

    private final CustomerRepository customers;
    private final CustomerLocks locks;
    private final Pools pools;
    private final Claims claims;
    private final EventLog events;

    OwnershipService(CustomerRepository customers, CustomerLocks locks, Pools pools, Claims claims, EventLog events) {
        this.customers = customers;
        this.locks = locks;
        this.pools = pools;
        this.claims = claims;
        this.events = events;
    }

    /** Of many claims at once one wins; whoever is too late is told so, also once the customer is hidden from him. */
    @Transactional
    CustomerView claim(UUID id) {
        var seen = locks.holding(id, false);
        requireInSight(id, seen);
        if (seen.poolId() == null) {
            throw new Conflict("customer.claimed");
        }
        var caller = Caller.current();
        claims.lock(caller.username());
        var locked = locks.holding(id, true);
        if (locked == null || !Objects.equals(locked.poolId(), seen.poolId())) {
            throw new Conflict("customer.claimed");
        }
        var pool = pools.findById(seen.poolId());
        if (pool == null || !pool.admits(caller.team())) {
            throw new Forbidden("customer.pool-of-others");
        }
        return whateverTheScopeOf(caller).call(() -> claim(customers.findById(id), pool, caller));
    }

    private CustomerView claim(Customer customer, CustomerPool pool, Caller caller) {
        Preconditions.check(customer.version());
        requireCooledDown(customer, pool, caller.username());
        var capacity = pool.capacity();
        if (capacity != null && customers.ownedCount(caller.username(), capacity) >= capacity) {
            throw new RuleViolation("customer.pool-capacity", capacity);
        }
        claims.take(pool, caller.username(), customer.id());
        events.record(customer, customer.claim(caller.username(), caller.team()));
        return customer.view();
    }

    private static void requireCooledDown(Customer customer, CustomerPool pool, String username) {
        if (pool.coolDownDays() == null || !username.equals(customer.previousOwner())) {
            return;
        }
        var free = customer.ownedSince().plus(Duration.ofDays(pool.coolDownDays()));
        if (free.isAfter(EventLog.now())) {
            throw new RuleViolation("customer.pool-cool-down", free);
        }
    }

    /** By the pool, not by row scope, a claim is judged. */
    private static Caller whateverTheScopeOf(Caller caller) {
        return new Caller(
                caller.username(), caller.team(), Scope.ALL, caller.permissions(), caller.origin(), caller.cause());
    }

    /** Fails with 404 unless the caller sees the customer, or saw it until somebody claimed it. */
    private void requireInSight(UUID id, Holding holding) {
        var pool = holding == null || holding.lastPoolId() == null ? null : pools.findById(holding.lastPoolId());
        if (holding == null
                || (pool == null || !pool.admits(Caller.current().team()))
                        && customers.findVisible(id).isEmpty()) {
            throw new NotFound("customer", id);
        }
    }

    @Transactional
    CustomerView release(UUID id, ReleaseCustomer release) {
        var customer = customers.require(id);
        customer.requireOwned();
        var pool = pools.target(release.poolId(), customer.team());
        events.record(customer, customer.release(pool, release.reason()));
        return customer.view();
    }

    @Transactional
    CustomerView lock(UUID id, boolean locked) {
        var customer = customers.require(id);
        if (!Visibility.current().inScope(customer.owner(), customer.team())) {
            throw new Forbidden("record.owner-only");
        }
        var caller = Caller.current();
        if (!OVERSEEING.contains(caller.scope()) && !caller.may("customer:admin")) {
            throw new Forbidden("customer.lock-own");
        }
        customer.lock(locked).ifPresent(event -> events.record(customer, event));
        return customer.view();
    }

    @Transactional
    CustomerView moveTo(UUID id, ChangeLifecycle change) {
        var customer = customers.require(id);
        customer.moveTo(change.lifecycle(), change.reason()).ifPresent(event -> events.record(customer, event));
        return customer.view();
    }

    Page<OwnerPeriod> owners(UUID id) {
        customers.require(id);
        return new Page<>(customers.owners(id), null, null);
    }
}
