package io.kehu.platform.listing;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.Arity;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.LogicalOperator;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import io.kehu.platform.problem.BadRequest;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Turns an RSQL filter into a condition on allowed fields; user text only ever becomes a bound value. */
final class RsqlFilter<E> {

    private static final int MOST_CONDITIONS = 25;
    private static final ComparisonOperator IS_NULL = new ComparisonOperator("=null=", Arity.nary(1));
    private static final Set<ComparisonOperator> OPERATORS = Set.of(
            RSQLOperators.EQUAL,
            RSQLOperators.NOT_EQUAL,
            RSQLOperators.GREATER_THAN,
            RSQLOperators.GREATER_THAN_OR_EQUAL,
            RSQLOperators.LESS_THAN,
            RSQLOperators.LESS_THAN_OR_EQUAL,
            RSQLOperators.IN,
            RSQLOperators.NOT_IN,
            IS_NULL);
    private static final RSQLParser PARSER = new RSQLParser(OPERATORS);

    private final CriteriaBuilder builder;
    private final Columns<E> columns;
    private final Listing<?> listing;
    private final SealedQuestions questions;
    private final Set<String> asked = new TreeSet<>();
    private int conditions;

    RsqlFilter(CriteriaBuilder builder, Columns<E> columns, Listing<?> listing, SealedQuestions questions) {
        this.builder = builder;
        this.columns = columns;
        this.listing = listing;
        this.questions = questions;
    }

    Predicate parse(String filter) {
        try {
            return predicate(PARSER.parse(filter));
        } catch (RSQLParserException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new BadRequest(
                    "filter.malformed", cause.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** The fields that {@link #parse} has met. */
    Set<String> asked() {
        return asked;
    }

    private Predicate predicate(Node node) {
        if (node instanceof LogicalNode logical) {
            var parts = logical.getChildren().stream().map(this::predicate).toArray(Predicate[]::new);
            return logical.getOperator() == LogicalOperator.AND ? builder.and(parts) : builder.or(parts);
        }
        if (++conditions > MOST_CONDITIONS) {
            throw new BadRequest("filter.too-many", MOST_CONDITIONS);
        }
        return comparison((ComparisonNode) node);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Predicate comparison(ComparisonNode node) {
        var field = node.getSelector();
        asked.add(field);
        if (listing.sealed.containsKey(field)) {
            return sealedComparison(node, listing.sealed.get(field));
        }
        if (listing.members.containsKey(field)) {
            return memberComparison(node);
        }
        if (!listing.filters.contains(field) && !columns.isCustom(field)) {
            var all = listing.filterable();
            columns.customNames().forEach(all::add);
            throw new BadRequest("filter.field", field, String.join(", ", all));
        }
        var path = columns.of(field);
        var operator = node.getOperator();
        var first = node.getArguments().getFirst();
        if (operator.equals(IS_NULL)) {
            return (Boolean) value(field, first, Boolean.class) ? builder.isNull(path) : builder.isNotNull(path);
        }
        if (operator.equals(RSQLOperators.EQUAL)) {
            var lacked = listing.lacking.get(field + "==" + first);
            var equal = equal(field, path, first);
            return lacked == null ? equal : builder.and(equal, builder.isNull(columns.of(lacked)));
        }
        if (operator.equals(RSQLOperators.NOT_EQUAL)) {
            return builder.or(builder.not(equal(field, path, first)), builder.isNull(path));
        }
        if (operator.equals(RSQLOperators.IN) || operator.equals(RSQLOperators.NOT_IN)) {
            if (columns.isCustom(field)) {
                var any = builder.or(node.getArguments().stream()
                        .map(text -> equal(field, path, text))
                        .toArray(Predicate[]::new));
                return operator.equals(RSQLOperators.IN) ? any : builder.not(any);
            }
            var values = node.getArguments().stream()
                    .flatMap(text -> values(field, text, path.getJavaType()))
                    .toList();
            var in = path.in(values);
            return operator.equals(RSQLOperators.IN) ? in : builder.or(builder.not(in), builder.isNull(path));
        }
        if (path.getJavaType() == Boolean.class || path.getJavaType() == boolean.class) {
            throw new BadRequest("filter.operator", field, operator.getSymbol());
        }
        var comparable = (Expression<Comparable>) path;
        var bound = (Comparable) value(field, first, path.getJavaType());
        if (operator.equals(RSQLOperators.GREATER_THAN)) {
            return builder.greaterThan(comparable, bound);
        }
        if (operator.equals(RSQLOperators.GREATER_THAN_OR_EQUAL)) {
            return builder.greaterThanOrEqualTo(comparable, bound);
        }
        return operator.equals(RSQLOperators.LESS_THAN)
                ? builder.lessThan(comparable, bound)
                : builder.lessThanOrEqualTo(comparable, bound);
    }

    /** A sealed field is equal to a whole value, or to one of some; the values are not told again. */
    private Predicate sealedComparison(ComparisonNode node, SealedField field) {
        var path = SortOrder.path(columns.row(), field.path());
        var operator = node.getOperator();
        if (operator.equals(IS_NULL)) {
            var isNull = (Boolean) value(node.getSelector(), node.getArguments().getFirst(), Boolean.class);
            return isNull ? builder.isNull(path) : builder.isNotNull(path);
        }
        if (!operator.equals(RSQLOperators.EQUAL) && !operator.equals(RSQLOperators.IN)) {
            throw new BadRequest("filter.operator", node.getSelector(), operator.getSymbol());
        }
        var candidates = new ArrayList<Long>();
        for (var text : node.getArguments()) {
            var found = text.contains("*") ? List.<Long>of() : questions.ask(field, text);
            if (found.isEmpty()) {
                throw new BadRequest("filter.sealed", node.getSelector());
            }
            candidates.addAll(found);
        }
        return field.isOneOf(builder, columns.row(), candidates);
    }

    private Predicate memberComparison(ComparisonNode node) {
        if (!node.getOperator().equals(RSQLOperators.EQUAL)
                && !node.getOperator().equals(RSQLOperators.IN)) {
            throw new BadRequest(
                    "filter.operator", node.getSelector(), node.getOperator().getSymbol());
        }
        return builder.or(node.getArguments().stream()
                .map(text -> columns.hasMember(node.getSelector(), listing.members.get(node.getSelector()), text))
                .toArray(Predicate[]::new));
    }

    /** In texts, {@code *} stands for any characters, and case does not matter. */
    @SuppressWarnings("unchecked")
    private Predicate equal(String field, Expression<?> path, String text) {
        if (path.getJavaType() == String.class && text.contains("*")) {
            var pattern = escape(text.toLowerCase(Locale.ROOT)).replace("*", "%");
            return builder.like(builder.lower((Expression<String>) path), pattern, '\\');
        }
        var custom = columns.customField(field);
        if (custom.isPresent()) {
            return columns.equal(custom.get(), text);
        }
        return listing.wholes.containsKey(field)
                ? path.in(listing.wholes.get(field).apply(text))
                : builder.equal(path, value(field, text, path.getJavaType()));
    }

    private Stream<Object> values(String field, String text, Class<?> type) {
        return listing.wholes.containsKey(field)
                ? listing.wholes.get(field).apply(text).stream().map(Object.class::cast)
                : Stream.of(value(field, text, type));
    }

    private static Comparable<?> value(String field, String text, Class<?> type) {
        try {
            return Values.parse(text, type);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("filter.value", field, text);
        }
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
