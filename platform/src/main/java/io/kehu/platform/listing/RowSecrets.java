package io.kehu.platform.listing;

import io.kehu.platform.customfield.CustomFieldFilter;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Keeps rows that hide a field from being found or ordered by it, which would tell its value bit by bit. */
record RowSecrets(String attribute, BooleanSupplier fromCurrent) {

    static final RowSecrets NONE = new RowSecrets(null, () -> false);

    /** That the row hides none of the fields that are asked for. */
    List<Predicate> kept(CriteriaBuilder builder, Root<?> row, Collection<String> asked) {
        if (!fromCurrent.getAsBoolean()) {
            return List.of();
        }
        var sql = (HibernateCriteriaBuilder) builder;
        return asked.stream()
                .map(RowSecrets::whole)
                .distinct()
                .map(name -> builder.not(builder.isTrue(
                        sql.sql("jsonb_exists(?, ?)", Boolean.class, row.get(attribute), sql.value(name)))))
                .toList();
    }

    /** {@code phone.last4} tells of {@code phone}, and {@code custom.key} of all custom fields. */
    private static String whole(String field) {
        return field.startsWith(CustomFieldFilter.PREFIX) ? "customFields" : field.split("\\.")[0];
    }

    static Set<String> sorted(String sort) {
        return Arrays.stream(sort.split(","))
                .map(key -> key.strip().replaceFirst("^[-+]", ""))
                .collect(Collectors.toSet());
    }
}
