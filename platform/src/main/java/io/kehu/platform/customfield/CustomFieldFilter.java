package io.kehu.platform.customfield;

import io.kehu.events.CustomFields;
import io.kehu.events.EventJson;
import io.kehu.platform.problem.BadRequest;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;

/** Custom fields in filters and sorts, as {@code custom.key}: equality by the index of the whole column. */
public final class CustomFieldFilter {

    public static final String PREFIX = "custom.";
    private static final String COLUMN = "customFields";

    private final CustomFieldRules rules;
    private final String resource;

    public CustomFieldFilter(CustomFieldRules rules, String resource) {
        this.rules = rules;
        this.resource = resource;
    }

    /** The definition that {@code custom.key} names. */
    public Optional<CustomField> field(String name) {
        return name.startsWith(PREFIX) ? rules.find(resource, name.substring(PREFIX.length())) : Optional.empty();
    }

    public Stream<String> names() {
        return rules.of(resource).stream().map(field -> PREFIX + field.key());
    }

    /** The value as a number or a text, to be compared and sorted by. */
    public Expression<?> value(HibernateCriteriaBuilder builder, Root<?> row, CustomField field) {
        var type = field.valueKind() == CustomField.Kind.NUMBER ? BigDecimal.class : String.class;
        return builder.sql(expression(field, "?"), type, row.get(COLUMN));
    }

    /** The value in SQL; its key stands in it, so that an index on the same expression fits. */
    static String expression(CustomField field, String column) {
        var text = "(%s ->> '%s')".formatted(column, field.key());
        return field.valueKind() == CustomField.Kind.NUMBER ? "cast(" + text + " as numeric)" : text;
    }

    public Predicate equal(HibernateCriteriaBuilder builder, Root<?> row, CustomField field, String text) {
        var value = FieldValue.ofText(field, text)
                .orElseThrow(() -> new BadRequest("filter.value", PREFIX + field.key(), text));
        var document = EventJson.write(new CustomFields(Map.of(
                field.key(),
                field.valueKind() == CustomField.Kind.MULTI_CHOICE ? List.copyOf((List<?>) value) : value)));
        return builder.isTrue(
                builder.sql("(? @> cast(? as jsonb))", Boolean.class, row.get(COLUMN), builder.value(document)));
    }
}
