package io.kehu.platform.listing;

import io.kehu.platform.problem.BadRequest;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A stable order: the fields asked for, empty values last, then the id, which rises with the time of creation. */
record SortOrder(List<Key> keys) {

    /** @param required whether each row has a value */
    record Key(String field, boolean descending, boolean required) {}

    /** Rows that an index gives in order: all of them, or first those with a value to sort by and then those without. */
    enum Part {
        ALL,
        VALUED,
        EMPTY
    }

    static SortOrder parse(String sort, Set<String> allowed, Columns<?> columns, RequiredFields required) {
        var keys = new ArrayList<Key>();
        for (var part : (sort == null || sort.isBlank() ? "-id" : sort).split(",")) {
            var descending = part.strip().startsWith("-");
            var field = descending ? part.strip().substring(1) : part.strip();
            if (!field.equals("id") && !allowed.contains(field) && !columns.isCustom(field)) {
                throw new BadRequest("sort.field", field, String.join(", ", allowed));
            }
            keys.add(new Key(field, descending, !columns.isCustom(field) && required.contains(field)));
        }
        if (!keys.getLast().field().equals("id")) {
            keys.add(new Key("id", keys.getLast().descending(), true));
        }
        return new SortOrder(List.copyOf(keys));
    }

    /** Whether by nothing but the id. */
    boolean byCreation() {
        return keys.size() == 1;
    }

    boolean descending() {
        return keys.getFirst().descending();
    }

    List<Part> parts() {
        return keys.getFirst().required() ? List.of(Part.ALL) : List.of(Part.VALUED, Part.EMPTY);
    }

    List<Order> orders(Columns<?> columns) {
        return keys.stream().map(key -> order(columns, key, key.required())).toList();
    }

    /** Within one part no row, or each, is empty in the first key; an index serves that only where nothing is said of it. */
    List<Order> orders(Columns<?> columns, Part part) {
        var orders = new ArrayList<Order>();
        for (var key : keys) {
            var first = key.equals(keys.getFirst());
            if (!first || part != Part.EMPTY) {
                orders.add(order(columns, key, first || key.required()));
            }
        }
        return orders;
    }

    private static Order order(Columns<?> columns, Key key, boolean full) {
        var builder = columns.builder();
        var path = columns.of(key.field());
        if (full) {
            return key.descending() ? builder.desc(path) : builder.asc(path);
        }
        return key.descending() ? builder.desc(path, Nulls.LAST) : builder.asc(path, Nulls.LAST);
    }

    /** The rows of {@code part} that stand behind the one that {@code cursor}, if any, describes. */
    List<Predicate> conditions(Columns<?> columns, Part part, Cursor cursor) {
        var builder = columns.builder();
        var first = columns.of(keys.getFirst().field());
        var conditions = new ArrayList<Predicate>();
        switch (part) {
            case ALL -> {}
            case VALUED -> conditions.add(builder.isNotNull(first));
            case EMPTY -> conditions.add(builder.isNull(first));
        }
        if (cursor == null) {
            return conditions;
        }
        var value = cursor.value(0, first.getJavaType());
        if (part == Part.VALUED || keys.getFirst().required()) {
            conditions.add(value == null ? builder.disjunction() : notBefore(builder, first, value));
        }
        if (part != Part.EMPTY || value == null) {
            conditions.add(after(columns, cursor));
        }
        return conditions;
    }

    /** Says nothing that {@link #after} does not, but lets an index scan begin where the last page ended. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate notBefore(CriteriaBuilder builder, Expression<?> path, Comparable<?> value) {
        var expression = (Expression<Comparable>) path;
        return keys.getFirst().descending()
                ? builder.lessThanOrEqualTo(expression, (Comparable) value)
                : builder.greaterThanOrEqualTo(expression, (Comparable) value);
    }

    /** Equal in the first keys, beyond it in the next. */
    private Predicate after(Columns<?> columns, Cursor cursor) {
        var builder = columns.builder();
        var alternatives = new ArrayList<Predicate>();
        var equal = new ArrayList<Predicate>();
        for (var index = 0; index < keys.size(); index++) {
            var key = keys.get(index);
            var path = columns.of(key.field());
            var value = cursor.value(index, path.getJavaType());
            if (value != null) {
                var all = new ArrayList<>(equal);
                all.add(beyond(builder, path, value, key));
                alternatives.add(builder.and(all.toArray(Predicate[]::new)));
            }
            equal.add(value == null ? builder.isNull(path) : builder.equal(path, value));
        }
        return builder.or(alternatives.toArray(Predicate[]::new));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Predicate beyond(CriteriaBuilder builder, Expression<?> path, Comparable<?> value, Key key) {
        var expression = (Expression<Comparable>) path;
        var strictly = key.descending()
                ? builder.lessThan(expression, (Comparable) value)
                : builder.greaterThan(expression, (Comparable) value);
        return key.required() ? strictly : builder.or(strictly, builder.isNull(path));
    }

    /**
     * The row, and with it the database's own values by which it is ordered; not as a tuple, because Hibernate takes no tuple
     * for equal to another, so that it would translate the query anew each time (SqmJpaCompoundSelection.isCompatible in 7.2).
     */
    @SuppressWarnings("rawtypes")
    Selection<List> selection(Columns<?> columns) {
        var all = new ArrayList<Selection<?>>(List.of(columns.row()));
        keys.forEach(key -> all.add(columns.of(key.field())));
        return columns.builder().construct(List.class, all);
    }

    /** Where {@code last}, a row of {@link #selection}, stands. */
    static String cursor(List<?> last, String fingerprint) {
        return Cursor.write(last.subList(1, last.size()).toArray(), fingerprint);
    }

    static Path<?> path(Path<?> from, String field) {
        Path<?> path = from;
        for (var step : field.split("\\.")) {
            path = path.get(step);
        }
        return path;
    }
}
