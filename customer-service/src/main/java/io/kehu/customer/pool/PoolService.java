package io.kehu.customer.pool;

import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
class PoolService {

    private final Pools pools;

    PoolService(Pools pools) {
        this.pools = pools;
    }

    Page<PoolView> page() {
        return new Page<>(pools.visible().stream().map(CustomerPool::view).toList(), null, null);
    }

    PoolView get(UUID id) {
        return pools.require(id).view();
    }

    @Transactional
    PoolView create(PoolFields fields) {
        var pool = new CustomerPool(fields);
        pools.persistAndFlush(pool);
        return pool.view();
    }

    @Transactional
    PoolView update(UUID id, PoolFields fields) {
        var pool = pools.require(id);
        Preconditions.check(pool.version());
        pool.set(fields);
        pools.flush();
        return pool.view();
    }

    @Transactional
    void delete(UUID id) {
        var pool = pools.require(id);
        Preconditions.check(pool.version());
        pools.take(pool);
        var inside = pools.getEntityManager()
                .createNativeQuery("select 1 from customer where pool_id = :pool limit 1")
                .setParameter("pool", id)
                .getResultList();
        if (!inside.isEmpty()) {
            throw new Conflict("customer.pool-in-use", pool.name());
        }
        pools.delete(pool);
    }
}
