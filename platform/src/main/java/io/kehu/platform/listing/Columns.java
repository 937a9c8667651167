package io.kehu.platform.listing;

import io.kehu.events.EventJson;
import io.kehu.platform.customfield.CustomField;
import io.kehu.platform.customfield.CustomFieldFilter;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** What rows can be compared by: their attributes, and the fields that the company has defined. */
record Columns<E>(HibernateCriteriaBuilder builder, Root<E> row, CustomFieldFilter custom) {

    Optional<CustomField> customField(String name) {
        return custom == null ? Optional.empty() : custom.field(name);
    }

    boolean isCustom(String name) {
        return customField(name).isPresent();
    }

    Stream<String> customNames() {
        return custom == null ? Stream.empty() : custom.names();
    }

    Expression<?> of(String field) {
        return customField(field)
                .<Expression<?>>map(defined -> custom.value(builder, row, defined))
                .orElseGet(() -> SortOrder.path(row, field));
    }

    /** Whether a part of a JSON list has {@code value} under {@code key}, or is it where there is no key. */
    Predicate hasMember(String field, String key, String value) {
        var list = row.get(field.split("\\.")[0]);
        var document = EventJson.write(List.of(key == null ? value : Map.of(key, value)));
        return builder.isTrue(builder.sql("(? @> cast(? as jsonb))", Boolean.class, list, builder.value(document)));
    }

    Predicate equal(CustomField field, String text) {
        return custom.equal(builder, row, field, text);
    }
}
