package io.kehu.gateway.directory;

import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.LogicalOperator;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An RSQL filter over records in memory, with the operators and the wildcards of the services' lists. */
final class RosterFilter<T> {

    private static final int MOST_CONDITIONS = 25;
    private static final Set<ComparisonOperator> OPERATORS =
            Set.of(RSQLOperators.EQUAL, RSQLOperators.NOT_EQUAL, RSQLOperators.IN, RSQLOperators.NOT_IN);
    private static final RSQLParser PARSER = new RSQLParser(OPERATORS);
    private static final Set<String> FLAGS = Set.of("true", "false");

    private final Map<String, Function<T, Collection<String>>> fields;
    private final Set<String> flags;
    private int conditions;

    /**
     * @param fields the values of each field that may be filtered; a record fits if any of them does
     * @param flags  which of them are true or false
     */
    RosterFilter(Map<String, Function<T, Collection<String>>> fields, Set<String> flags) {
        this.fields = fields;
        this.flags = flags;
    }

    Predicate<T> parse(String filter) {
        if (filter == null || filter.isBlank()) {
            return _ -> true;
        }
        try {
            return predicate(PARSER.parse(filter));
        } catch (RSQLParserException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new Refused(
                    Refusal.FILTER,
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private Predicate<T> predicate(Node node) {
        if (node instanceof LogicalNode logical) {
            var parts = logical.getChildren().stream().map(this::predicate).toList();
            return logical.getOperator() == LogicalOperator.AND
                    ? parts.stream().reduce(_ -> true, Predicate::and)
                    : parts.stream().reduce(_ -> false, Predicate::or);
        }
        if (++conditions > MOST_CONDITIONS) {
            throw new Refused(Refusal.FILTER_SIZE, MOST_CONDITIONS);
        }
        return comparison((ComparisonNode) node);
    }

    private Predicate<T> comparison(ComparisonNode node) {
        var field = node.getSelector();
        var values = fields.get(field);
        if (values == null) {
            throw new Refused(Refusal.FILTER_FIELD, field, String.join(", ", new TreeSet<>(fields.keySet())));
        }
        var wanted = node.getArguments().stream()
                .map(argument -> pattern(field, argument))
                .toList();
        Predicate<T> fits = item -> values.apply(item).stream()
                .anyMatch(value -> wanted.stream()
                        .anyMatch(pattern -> pattern.matcher(value).matches()));
        var negative = node.getOperator().equals(RSQLOperators.NOT_EQUAL)
                || node.getOperator().equals(RSQLOperators.NOT_IN);
        return negative ? fits.negate() : fits;
    }

    private Pattern pattern(String field, String argument) {
        if (flags.contains(field) && !FLAGS.contains(argument)) {
            throw new Refused(Refusal.FILTER_VALUE, field, argument);
        }
        return Pattern.compile(
                Arrays.stream(argument.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
