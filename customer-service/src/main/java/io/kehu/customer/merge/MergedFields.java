package io.kehu.customer.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.customer.Customer;
import io.kehu.customer.CustomerFields;
import io.kehu.customer.CustomerView;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a survivor states after a merge, and after its undoing; works on values in clear, so the caller must be the system. */
@ApplicationScoped
class MergedFields {

    private static final String TAGS = "tags";
    private static final String CUSTOM = "customFields";
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;
    /** What is a place only together. */
    private static final Set<String> PLACE = Set.of("country", "province", "city");

    private static final Set<String> NAMES = Arrays.stream(CustomerFields.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SINGLE =
            NAMES.stream().filter(name -> !PLACE.contains(name)).collect(Collectors.toUnmodifiableSet());

    private final ObjectMapper mapper;

    MergedFields(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The survivor's fields; where it has none, or another's was chosen, that of the other. */
    CustomerFields of(Customer survivor, List<Customer> others, Map<String, UUID> choices) {
        requireKnown(survivor, others, choices);
        ObjectNode result = mapper.valueToTree(survivor.fields());
        for (var other : others) {
            ObjectNode fields = mapper.valueToTree(other.fields());
            for (var name : SINGLE) {
                var chosen = choices.get(name);
                if (other.id().equals(chosen) || chosen == null && isEmpty(result.get(name))) {
                    put(result, name, fields.get(name));
                } else if (chosen == null && name.equals(TAGS)) {
                    join(result, fields.get(TAGS));
                } else if (chosen == null && name.equals(CUSTOM)) {
                    fill(result, fields.get(CUSTOM));
                }
            }
            var chosen = places(choices).findFirst();
            if (chosen.map(other.id()::equals).orElseGet(() -> isWithin(result, fields))) {
                PLACE.forEach(name -> put(result, name, fields.get(name)));
            }
        }
        return read(result);
    }

    private static void requireKnown(Customer survivor, List<Customer> others, Map<String, UUID> choices) {
        var ids = others.stream().map(Customer::id).collect(Collectors.toSet());
        ids.add(survivor.id());
        var faults = choices.entrySet().stream()
                .filter(choice -> !NAMES.contains(choice.getKey()) || !ids.contains(choice.getValue()))
                .map(choice -> new InvalidField(
                        "choices." + choice.getKey(),
                        NAMES.contains(choice.getKey()) ? "customer.merge-choice" : "customer.merge-field",
                        choice.getKey()))
                .toList();
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", faults);
        }
        if (places(choices).count() > 1) {
            throw new Invalid("validation.failed", List.of(new InvalidField("choices", "customer.merge-place")));
        }
    }

    /** Whose place was chosen. */
    private static Stream<UUID> places(Map<String, UUID> choices) {
        return PLACE.stream().map(choices::get).filter(Objects::nonNull).distinct();
    }

    /** Whether the other's place says nothing else than the present one, if that says anything. */
    private static boolean isWithin(ObjectNode present, ObjectNode other) {
        return PLACE.stream()
                .allMatch(
                        name -> isEmpty(present.get(name)) || present.get(name).equals(other.get(name)));
    }

    private static boolean isEmpty(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isTextual() && value.asText().isBlank();
    }

    private static void put(ObjectNode target, String name, JsonNode value) {
        if (value == null || value.isNull()) {
            target.remove(name);
        } else {
            target.set(name, value);
        }
    }

    private void join(ObjectNode target, JsonNode more) {
        if (!isEmpty(more)) {
            var all = tags(target.get(TAGS));
            all.addAll(tags(more));
            target.set(TAGS, mapper.valueToTree(all));
        }
    }

    /** Values of the company's own fields that the survivor has not. */
    private static void fill(ObjectNode target, JsonNode more) {
        if (!isEmpty(more)) {
            var values = ((ObjectNode) target.get(CUSTOM)).deepCopy();
            more.properties().forEach(field -> values.putIfAbsent(field.getKey(), field.getValue()));
            target.set(CUSTOM, values);
        }
    }

    private static Set<String> tags(JsonNode array) {
        var tags = new HashSet<String>();
        if (array != null) {
            array.forEach(tag -> tags.add(tag.asText()));
        }
        return tags;
    }

    /** The survivor's fields without what came from {@code merged}, as far as nobody has changed it since. */
    CustomerFields without(Customer merged, Customer survivor, CustomerView before, CustomerView after) {
        ObjectNode result = mapper.valueToTree(survivor.fields());
        ObjectNode now = mapper.valueToTree(survivor.view());
        ObjectNode then = mapper.valueToTree(after);
        ObjectNode once = mapper.valueToTree(before);
        ObjectNode given = mapper.valueToTree(merged.view());
        if (cameFrom(PLACE, given, once, then, now)) {
            PLACE.forEach(name -> put(result, name, once.get(name)));
        }
        for (var name : SINGLE) {
            if (name.equals(TAGS)) {
                var tags = tags(result.get(TAGS));
                var came = tags(given.get(TAGS));
                came.removeAll(tags(once.get(TAGS)));
                tags.removeAll(came);
                result.set(TAGS, mapper.valueToTree(tags));
            } else if (name.equals(CUSTOM)) {
                result.set(CUSTOM, giveBack(fields(result), fields(given), fields(once), fields(then), fields(now)));
            } else if (cameFrom(Set.of(name), given, once, then, now)) {
                put(result, name, once.get(name));
            }
        }
        return read(result);
    }

    private ObjectNode fields(ObjectNode customer) {
        return customer.get(CUSTOM) instanceof ObjectNode values ? values : mapper.createObjectNode();
    }

    private static ObjectNode giveBack(
            ObjectNode present, ObjectNode given, ObjectNode once, ObjectNode then, ObjectNode now) {
        var result = present.deepCopy();
        for (var entry : given.properties()) {
            if (cameFrom(Set.of(entry.getKey()), given, once, then, now)) {
                put(result, entry.getKey(), once.get(entry.getKey()));
            }
        }
        return result;
    }

    /** Whether the fields have changed by the merge, and all say what the merged one has said. */
    private static boolean cameFrom(
            Set<String> names, ObjectNode given, ObjectNode once, ObjectNode then, ObjectNode now) {
        return names.stream().anyMatch(name -> !same(once.get(name), then.get(name)))
                && names.stream()
                        .allMatch(name -> same(then.get(name), given.get(name)) && same(now.get(name), then.get(name)));
    }

    /** A number that was read from an event is the same as one of a record. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one == null || other == null ? one == other : one.equals(BY_VALUE, other);
    }

    private CustomerFields read(ObjectNode fields) {
        try {
            return mapper.treeToValue(fields, CustomerFields.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
