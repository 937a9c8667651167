package io.kehu.platform.listing;

import io.kehu.platform.access.Visibility;
import io.kehu.platform.access.Visibility.Reason;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.OwnedAggregate;
import io.kehu.platform.listing.SortOrder.Part;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CommonAbstractCriteria;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaSubQuery;

/**
 * The rows that the caller may see, asked for once per reason to see them. The filter that is on for every query joins the
 * reasons by "or", which no index serves: the database would read and drop whatever others wrote lately.
 */
final class VisibleRows<E extends Aggregate<?>> {

    private static final Reason ANY = new Reason.Rule("true");

    private final Class<E> entity;
    private final EntityManager entities;
    private final HibernateCriteriaBuilder builder;
    private final Visibility visibility = Visibility.current();

    /** How much of each reason's rows is wanted. */
    record Extent(SortOrder order, Cursor cursor, int limit) {}

    VisibleRows(Class<E> entity, EntityManager entities) {
        this.entity = entity;
        this.entities = entities;
        this.builder = (HibernateCriteriaBuilder) entities.getCriteriaBuilder();
    }

    /** Whether there is anything to narrow: not for records without owners, nor for whoever sees all. */
    boolean narrow() {
        return OwnedAggregate.class.isAssignableFrom(entity) && !visibility.everything();
    }

    /** Whether rows may be seen for reasons of their own and for those of the customer that they hang on. */
    boolean forManyReasons() {
        return narrow() && CustomerRecord.class.isAssignableFrom(entity);
    }

    /**
     * Runs a query that says by itself which rows may be seen, without the filter that says it for every other: where a filter
     * is on, Hibernate translates a query anew each time that it is asked, and that costs more than the rows.
     */
    <T> T byItself(Supplier<T> query) {
        var session = entities.unwrap(Session.class);
        session.disableFilter(OwnedAggregate.VISIBLE);
        try {
            return query.get();
        } finally {
            session.enableFilter(OwnedAggregate.VISIBLE);
        }
    }

    /** That {@code row} is one of those that fulfil {@code conditions} and may be seen. */
    Predicate among(CommonAbstractCriteria query, Root<E> row, Function<Root<E>, List<Predicate>> conditions) {
        return in(row, reasons().map(reason -> {
            var branch = new Branch(query, conditions);
            branch.where.add(branch.seenFor(reason));
            return branch.ids();
        }));
    }

    /** That {@code row} is one of the first that fulfil {@code conditions}, for each reason and each part of the order. */
    Predicate among(
            CommonAbstractCriteria query,
            Root<E> row,
            Function<Root<E>, List<Predicate>> conditions,
            Function<Root<E>, Columns<E>> columns,
            Extent extent) {
        return in(
                row,
                reasons()
                        .flatMap(reason -> extent.order().parts().stream().map(part -> switch (reason) {
                            case Reason.Below range -> ofEachTeam(query, range, conditions, columns, part, extent);
                            case Reason.Same _, Reason.Rule _ ->
                                new Branch(query, conditions).first(reason, part, columns, extent);
                        })));
    }

    private Stream<Reason> reasons() {
        return narrow() ? visibility.reasons(CustomerRecord.class.isAssignableFrom(entity)).stream() : Stream.of(ANY);
    }

    private Predicate in(Root<E> row, Stream<JpaSubQuery<UUID>> branches) {
        return row.get("id").in(branches.reduce(builder::unionAll).orElseThrow());
    }

    /** The first rows of each team in a range, which would be read from end to end itself to be put in order. */
    private JpaSubQuery<UUID> ofEachTeam(
            CommonAbstractCriteria query,
            Reason.Below range,
            Function<Root<E>, List<Predicate>> conditions,
            Function<Root<E>, Columns<E>> columns,
            Part part,
            Extent extent) {
        var all = (JpaSubQuery<UUID>) query.subquery(UUID.class);
        var team = all.from(builder.unnestArray(builder.value(teams(range))));
        var first = team.joinLateral(new Branch(all, conditions).first("team", team, part, columns, extent));
        return all.select(first.get("id"));
    }

    /** Steps from team to team by the index, however many rows each has. */
    private String[] teams(Reason.Below range) {
        List<?> teams = entities.createNativeQuery("""
                        with recursive step as (
                          (select team from %1$s where team >= :from and team < :to order by team limit 1)
                          union all
                          select (select t.team from %1$s t where t.team > step.team and t.team < :to order by t.team limit 1)
                          from step where step.team is not null)
                        select team from step where team is not null""".formatted(table()), String.class)
                .setParameter("from", range.from())
                .setParameter("to", range.to())
                .getResultList();
        return teams.toArray(String[]::new);
    }

    String table() {
        return entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity)
                .getMappedTableDetails()
                .getTableName();
    }

    /** The rows that one reason gives. */
    private final class Branch {

        private final JpaSubQuery<UUID> query;
        private final Root<E> row;
        private final List<Predicate> where;

        Branch(CommonAbstractCriteria parent, Function<Root<E>, List<Predicate>> conditions) {
            query = (JpaSubQuery<UUID>) parent.subquery(UUID.class);
            row = query.from(entity);
            where = new ArrayList<>(conditions.apply(row));
        }

        JpaSubQuery<UUID> ids() {
            Path<UUID> id = row.get("id");
            id.alias("id");
            return query.select(id).where(where.toArray(Predicate[]::new));
        }

        JpaSubQuery<UUID> first(Reason reason, Part part, Function<Root<E>, Columns<E>> columns, Extent extent) {
            if (reason instanceof Reason.Same(var column, var value)) {
                return first(column, builder.value(value), part, columns, extent);
            }
            where.add(seenFor(reason));
            return first(Stream.of(), part, columns, extent);
        }

        /**
         * The first rows that have one value in a column. As they were created, an order that begins with that column makes
         * the database read the index on it and the id: the first ones at once. It would walk the primary key otherwise, past
         * all that is newer and not the caller's; and a range of one value, because it drops an order by what is equal.
         */
        JpaSubQuery<UUID> first(
                String column,
                Expression<String> value,
                Part part,
                Function<Root<E>, Columns<E>> columns,
                Extent extent) {
            Path<String> same = row.get(column);
            if (extent.order().byCreation()) {
                where.add(builder.between(same, value, value));
                return first(Stream.of(same), part, columns, extent);
            }
            where.add(builder.equal(same, value));
            return first(Stream.of(), part, columns, extent);
        }

        private JpaSubQuery<UUID> first(
                Stream<Path<String>> before, Part part, Function<Root<E>, Columns<E>> columns, Extent extent) {
            var orders = new ArrayList<Order>();
            before.forEach(path -> orders.add(extent.order().descending() ? builder.desc(path) : builder.asc(path)));
            where.addAll(extent.order().conditions(columns.apply(row), part, extent.cursor()));
            orders.addAll(extent.order().orders(columns.apply(row), part));
            return ids().orderBy(orders).fetch(extent.limit());
        }

        Predicate seenFor(Reason reason) {
            return switch (reason) {
                case Reason.Same(var column, var value) -> builder.equal(row.get(column), value);
                case Reason.Below(var from, var to) ->
                    builder.and(
                            builder.greaterThanOrEqualTo(row.<String>get("team"), from),
                            builder.lessThan(row.<String>get("team"), to));
                case Reason.Rule(var rule) -> {
                    var arguments = new ArrayList<Expression<?>>();
                    var sql = visibility.place(
                            rule,
                            column -> {
                                arguments.add(row.get(column.equals("customer_id") ? "customerId" : column));
                                return "?";
                            },
                            value -> arguments.add(builder.value(value)));
                    yield builder.isTrue(
                            builder.sql("(" + sql + ")", Boolean.class, arguments.toArray(Expression[]::new)));
                }
            };
        }
    }
}
