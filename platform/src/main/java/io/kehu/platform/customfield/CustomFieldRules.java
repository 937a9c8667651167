package io.kehu.platform.customfield;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.events.CustomFields;
import io.kehu.platform.problem.Conflict;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the company has defined of each resource, and whether values keep to it. Other replicas follow in seconds. */
@ApplicationScoped
public class CustomFieldRules {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_FIELDS = 100;
    private static final int MOST_INDEXES = 10;
    private static final Set<CustomField.Kind> RESULTS =
            EnumSet.of(CustomField.Kind.NUMBER, CustomField.Kind.TEXT, CustomField.Kind.DATE, CustomField.Kind.BOOLEAN);

    private final CustomFieldTable table;
    private final CustomFieldIndexes indexes;
    private final Cache<String, Map<String, CustomField>> current =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    CustomFieldRules(CustomFieldTable table, CustomFieldIndexes indexes) {
        this.table = table;
        this.indexes = indexes;
    }

    /** In the order of forms. */
    public List<CustomField> of(String resource) {
        return List.copyOf(definitions(resource).values());
    }

    public Optional<CustomField> find(String resource, String key) {
        return Optional.ofNullable(definitions(resource).get(key));
    }

    public CustomField require(String resource, String key) {
        return find(resource, key).orElseThrow(() -> new NotFound("custom field", key));
    }

    /** Defines a field, or changes one in all but its kind. */
    public CustomField put(String resource, String key, CustomField definition) {
        var field = definition.named(key);
        var known = table.read(resource);
        if (known.containsKey(key)
                && (known.get(key).kind() != field.kind() || known.get(key).valueKind() != field.valueKind())) {
            throw new Conflict("custom-field.kind", key, known.get(key).kind());
        }
        requireFormula(field, known);
        requireFewIndexes(field, known);
        requireShortTexts(resource, field, known);
        if (!known.containsKey(key) && known.size() >= MOST_FIELDS) {
            throw new Conflict("custom-field.too-many", MOST_FIELDS);
        }
        if (field.hasChoices() == field.choices().isEmpty()) {
            throw invalid("choices", "custom-field.choices");
        }
        if (field.defaultValue() != null
                && FieldValue.ofText(field, field.defaultValue()).isEmpty()) {
            throw invalid("defaultValue", "custom-field." + field.kind(), FieldValue.bounds(field));
        }
        table.write(resource, field);
        current.invalidate(resource);
        return field;
    }

    private static void requireFormula(CustomField field, Map<String, CustomField> known) {
        if (!field.calculated()) {
            if (field.formula() != null || field.result() != null) {
                throw invalid(field.formula() != null ? "formula" : "result", "custom-field.formula-only");
            }
            return;
        }
        if (!RESULTS.contains(field.result())) {
            throw invalid("result", "custom-field.result", RESULTS);
        }
        if (field.required() || field.defaultValue() != null) {
            throw invalid(field.required() ? "required" : "defaultValue", "custom-field.FORMULA");
        }
        var named = Formula.fields(field.formula())
                .orElseThrow(() -> invalid("formula", "custom-field.formula", Formula.LONGEST));
        for (var name : named) {
            var other = known.get(name);
            if (other == null || other.calculated() || other.kind() == CustomField.Kind.MULTI_CHOICE) {
                throw invalid("formula", "custom-field.formula-field", name);
            }
        }
    }

    private static void requireFewIndexes(CustomField field, Map<String, CustomField> known) {
        var others = known.values().stream()
                .filter(each -> each.indexed() && !each.key().equals(field.key()))
                .count();
        if (field.indexed() && (others >= MOST_INDEXES || field.kind() == CustomField.Kind.MULTI_CHOICE)) {
            throw invalid("indexed", "custom-field.indexes", MOST_INDEXES);
        }
    }

    private void requireShortTexts(String resource, CustomField field, Map<String, CustomField> known) {
        var marked = field.indexed()
                && known.containsKey(field.key())
                && !known.get(field.key()).indexed();
        if (marked && indexes.holdsLonger(resource, field, FieldValue.LONGEST_INDEXED)) {
            throw invalid("indexed", "custom-field.indexed-long", FieldValue.LONGEST_INDEXED);
        }
    }

    private static Invalid invalid(String field, String code, Object... arguments) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code, arguments)));
    }

    /**
     * The values as they are kept. A new record gets defaults and needs what is required; of one that is there, what it
     * lacks is not asked for, because the field may be younger.
     *
     * @param present the record's values, or null if it is new
     * @param wanted  null to leave the present values as they are
     * @param errors  takes what breaks a definition
     */
    public CustomFields settle(String resource, CustomFields present, CustomFields wanted, List<InvalidField> errors) {
        var definitions = definitions(resource);
        if (wanted == null && present != null) {
            return calculated(definitions, present.values());
        }
        var given = wanted == null ? CustomFields.NONE : wanted;
        var values = new HashMap<String, Object>();
        given.values().forEach((key, value) -> {
            if (present != null && value.equals(present.get(key))) {
                values.put(key, value);
            } else {
                check(definitions, key, value, errors).ifPresent(kept -> values.put(key, kept));
            }
        });
        definitions.values().stream()
                .filter(field ->
                        field.active() && !field.calculated() && !given.values().containsKey(field.key()))
                .forEach(field -> {
                    if (present == null && field.defaultValue() != null) {
                        FieldValue.ofText(field, field.defaultValue())
                                .ifPresent(value -> values.put(field.key(), value));
                    } else if (field.required() && (present == null || present.get(field.key()) != null)) {
                        errors.add(new InvalidField("customFields." + field.key(), "field.required"));
                    }
                });
        return calculated(definitions, values);
    }

    /** The same, failing with 422 for what breaks a definition. */
    public CustomFields settled(String resource, CustomFields present, CustomFields wanted) {
        var errors = new ArrayList<InvalidField>();
        var values = settle(resource, present, wanted, errors);
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        return values;
    }

    /** The values with what the formulas make of them. */
    private static CustomFields calculated(Map<String, CustomField> definitions, Map<String, Object> stated) {
        var values = new HashMap<>(stated);
        values.keySet()
                .removeIf(key ->
                        definitions.containsKey(key) && definitions.get(key).calculated());
        var plain = new CustomFields(values);
        var fields = List.copyOf(definitions.values());
        fields.stream()
                .filter(CustomField::calculated)
                .filter(CustomField::active)
                .forEach(field ->
                        Formula.value(field, fields, plain).ifPresent(value -> values.put(field.key(), value)));
        return new CustomFields(values);
    }

    private static Optional<Object> check(
            Map<String, CustomField> definitions, String key, Object value, List<InvalidField> errors) {
        var field = definitions.get(key);
        if (field == null || !field.active()) {
            errors.add(new InvalidField(
                    "customFields." + key, "custom-field.unknown", String.join(", ", definitions.keySet())));
            return Optional.empty();
        }
        if (field.calculated()) {
            errors.add(new InvalidField("customFields." + key, "custom-field.FORMULA"));
            return Optional.empty();
        }
        var kept = FieldValue.of(field, value);
        if (kept.isEmpty()) {
            errors.add(
                    new InvalidField("customFields." + key, "custom-field." + field.kind(), FieldValue.bounds(field)));
        }
        return kept;
    }

    private Map<String, CustomField> definitions(String resource) {
        return current.get(resource, table::read);
    }
}
