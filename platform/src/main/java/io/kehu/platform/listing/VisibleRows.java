package io.kehu.platform.listing;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.OwnedAggregate;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaSubQuery;

/**
 * The rows that the caller may see, asked for once per reason to see them. The filter that is on for every query joins the
 * reasons by "or", which no index serves: the database would read and drop whatever others wrote lately. It stays the net
 * below this.
 */
final class VisibleRows<E extends Aggregate<?>> {

    private final Class<E> entity;
    private final HibernateCriteriaBuilder builder;
    private final Visibility visibility = Visibility.current();

    VisibleRows(Class<E> entity, EntityManager entities) {
        this.entity = entity;
        this.builder = (HibernateCriteriaBuilder) entities.getCriteriaBuilder();
    }

    /** Whether there is anything to narrow: not for records without owners, nor for whoever sees all. */
    boolean narrow() {
        return OwnedAggregate.class.isAssignableFrom(entity) && !visibility.everything();
    }

    /** That {@code row} is one of those that fulfil {@code conditions} and may be seen. */
    Predicate among(CommonAbstractCriteria query, Root<E> row, Function<Root<E>, List<Predicate>> conditions) {
        return among(query, row, conditions, null, 0);
    }

    /** That {@code row} is one of the first {@code limit} in {@code order} that each reason gives. */
    Predicate among(
            CommonAbstractCriteria query,
            Root<E> row,
            Function<Root<E>, List<Predicate>> conditions,
            SortOrder order,
            int limit) {
        JpaSubQuery<UUID> all = null;
        for (var reason : visibility.reasons(CustomerRecord.class.isAssignableFrom(entity))) {
            var branch = (JpaSubQuery<UUID>) query.subquery(UUID.class);
            var candidate = branch.from(entity);
            var where = new ArrayList<>(conditions.apply(candidate));
            where.add(predicate(reason, candidate));
            branch.select(candidate.get("id")).where(where.toArray(Predicate[]::new));
            if (order != null) {
                branch.orderBy(order.orders(builder, candidate)).fetch(limit);
            }
            all = all == null ? branch : builder.unionAll(all, branch);
        }
        return row.get("id").in(all);
    }

    private Predicate predicate(String reason, Root<E> candidate) {
        var arguments = new ArrayList<Expression<?>>();
        var sql = visibility.place(
                reason,
                column -> {
                    arguments.add(candidate.get(column.equals("customer_id") ? "customerId" : column));
                    return "?";
                },
                value -> arguments.add(builder.value(value)));
        return builder.isTrue(builder.sql("(" + sql + ")", Boolean.class, arguments.toArray(Expression[]::new)));
    }
}
