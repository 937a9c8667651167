package io.kehu.platform.listing;

import io.kehu.platform.personal.BlindIndex;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.List;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/**
 * A field that is stored sealed and found only by the blind index at {@code path}.
 *
 * @param many whether there is an array of such
 */
record SealedField(String path, BlindIndex index, boolean many) {

    SealedField(String path, BlindIndex index) {
        this(path, index, false);
    }

    /** Whether the row has one of what a value may be stored under. */
    Predicate isOneOf(CriteriaBuilder builder, Path<?> row, List<Long> candidates) {
        var stored = SortOrder.path(row, path);
        return many
                ? builder.isTrue(((HibernateCriteriaBuilder) builder)
                        .sql(
                                "(? && ?)",
                                Boolean.class,
                                stored,
                                ((HibernateCriteriaBuilder) builder).value(candidates.toArray(Long[]::new))))
                : stored.in(candidates);
    }
}
