package io.kehu.platform.listing;

import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.problem.BadRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A stable order: the fields asked for, empty values last, then the id, which rises with the time of creation. */
record SortOrder(List<Key> keys) {

    record Key(String field, boolean descending) {}

    static SortOrder parse(String sort, Set<String> allowed, Columns<?> columns) {
        var keys = new ArrayList<Key>();
        for (var part : (sort == null || sort.isBlank() ? "-id" : sort).split(",")) {
            var descending = part.strip().startsWith("-");
            var field = descending ? part.strip().substring(1) : part.strip();
            if (!field.equals("id") && !allowed.contains(field) && !columns.isCustom(field)) {
                throw new BadRequest("sort.field", field, String.join(", ", allowed));
            }
            keys.add(new Key(field, descending));
        }
        if (!keys.getLast().field().equals("id")) {
            keys.add(new Key("id", keys.getLast().descending()));
        }
        return new SortOrder(List.copyOf(keys));
    }

    List<Order> orders(CriteriaBuilder builder, Columns<?> columns) {
        var orders = new ArrayList<Order>();
        for (var key : keys) {
            orders.add(
                    key.descending()
                            ? builder.desc(columns.of(key.field()), Nulls.LAST)
                            : builder.asc(columns.of(key.field()), Nulls.LAST));
        }
        return orders;
    }

    /** Whatever stands behind the row that {@code cursor} describes: equal in the first keys, beyond it in the next. */
    Predicate after(CriteriaBuilder builder, Columns<?> columns, Cursor cursor) {
        var alternatives = new ArrayList<Predicate>();
        var equal = new ArrayList<Predicate>();
        for (var index = 0; index < keys.size(); index++) {
            var key = keys.get(index);
            var path = columns.of(key.field());
            var value = cursor.value(index, path.getJavaType());
            var beyond = beyond(builder, path, value, key.descending());
            if (beyond != null) {
                var all = new ArrayList<>(equal);
                all.add(beyond);
                alternatives.add(builder.and(all.toArray(Predicate[]::new)));
            }
            equal.add(value == null ? builder.isNull(path) : builder.equal(path, value));
        }
        return builder.or(alternatives.toArray(Predicate[]::new));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Predicate beyond(
            CriteriaBuilder builder, Expression<?> path, Comparable<?> value, boolean descending) {
        if (value == null) {
            return null;
        }
        var expression = (Expression<Comparable>) path;
        var strictly = descending
                ? builder.lessThan(expression, (Comparable) value)
                : builder.greaterThan(expression, (Comparable) value);
        return builder.or(strictly, builder.isNull(path));
    }

    /** Where {@code last} stands, read from the database's own values by way of its attributes. */
    String cursor(EntityManager entities, Aggregate<?> last, Columns<?> listed, String fingerprint) {
        var builder = entities.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var row = query.from(last.getClass());
        var columns = listed.of(builder, row);
        query.select(builder.tuple(
                        keys.stream().map(key -> columns.of(key.field())).toArray(Expression[]::new)))
                .where(builder.equal(row.get("id"), last.id()));
        var values = entities.createQuery(query).getSingleResult().toArray();
        return Cursor.write(values, fingerprint);
    }

    static Path<?> path(Path<?> from, String field) {
        Path<?> path = from;
        for (var step : field.split("\\.")) {
            path = path.get(step);
        }
        return path;
    }
}
