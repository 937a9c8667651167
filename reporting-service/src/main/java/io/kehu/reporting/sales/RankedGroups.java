package io.kehu.reporting.sales;

import io.kehu.reporting.GroupBy;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Groups in the order in which a report tells them. Of customers, of whom there may be any number, all but the largest are one. */
final class RankedGroups {

    private static final int MOST_CUSTOMERS = 200;

    private RankedGroups() {}

    private record Group<F>(String key, F figures, BigDecimal size) {}

    /**
     * @param size     null for what comes last
     * @param together adds the figures of one group to those of another
     */
    static <F> Map<String, F> of(
            GroupBy groupBy, Map<String, F> groups, Function<F, BigDecimal> size, BinaryOperator<F> together) {
        var byKey =
                Comparator.comparing((Group<F> group) -> group.key, Comparator.nullsLast(Comparator.naturalOrder()));
        var bySize = Comparator.comparing(
                (Group<F> group) -> group.size, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));
        var ranked = new LinkedHashMap<String, F>();
        groups.entrySet().stream()
                .map(group -> new Group<>(group.getKey(), group.getValue(), size.apply(group.getValue())))
                .sorted(groupBy.temporal() ? byKey : bySize.thenComparing(byKey))
                .forEach(group -> {
                    var other = groupBy == GroupBy.CUSTOMER && ranked.size() >= MOST_CUSTOMERS;
                    ranked.merge(other ? GroupBy.OTHERS : group.key, group.figures, together);
                });
        return ranked;
    }
}
