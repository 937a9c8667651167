package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Finds what a schema of an OpenAPI 3.1 document no longer takes, or no longer promises, that it did before. */
final class SchemaComparison {

    /** Which way values of the schema go: what clients send may become more, what they are answered may become less. */
    enum Direction {
        TAKEN,
        ANSWERED
    }

    private static final List<String> UPPER_LIMITS = List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");
    private static final List<String> LOWER_LIMITS = List.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

    private final JsonNode before;
    private final JsonNode after;
    private final Direction direction;
    private final Consumer<String> breaks;
    private final Set<List<JsonNode>> compared = new HashSet<>();

    /**
     * @param before the whole former document
     * @param breaks is told each incompatibility
     */
    SchemaComparison(JsonNode before, JsonNode after, Direction direction, Consumer<String> breaks) {
        this.before = before;
        this.after = after;
        this.direction = direction;
        this.breaks = breaks;
    }

    /** @param where what the schemas describe, for instance {@code body.name} */
    void compare(String where, JsonNode former, JsonNode latter) {
        if (!compared.add(List.of(former, latter))) {
            return;
        }
        var old = resolved(before, former);
        var now = resolved(after, latter);
        values(where, "type", types(old), types(now));
        values(where, "value", texts(old.path("enum")), texts(now.path("enum")));
        limits(where, old, now);
        properties(where, old, now);
        if (old.has("items") && now.has("items")) {
            compare(where + "[]", old.path("items"), now.path("items"));
        }
        if (old.path("additionalProperties").isObject()
                && now.path("additionalProperties").isObject()) {
            compare(where + ".*", old.path("additionalProperties"), now.path("additionalProperties"));
        }
        CHOICES.forEach(choice -> choices(where, old.path(choice), now.path(choice)));
    }

    /** The schema that is referred to, with what stands beside the reference. */
    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        var target = resolved(document, document.at(schema.path("$ref").asText().substring(1)));
        var whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) target);
        whole.setAll((ObjectNode) schema);
        return whole.without("$ref");
    }

    private static Set<String> types(JsonNode schema) {
        var types = schema.path("type").isTextual()
                ? new HashSet<>(Set.of(schema.path("type").asText()))
                : texts(schema.path("type"));
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** No values at all means any. */
    private void values(String where, String what, Set<String> old, Set<String> now) {
        var wider = direction == Direction.TAKEN ? now : old;
        var narrower = direction == Direction.TAKEN ? old : now;
        if (wider.isEmpty() || wider.equals(narrower)) {
            return;
        }
        if (narrower.isEmpty()) {
            breaks.accept("%s %s"
                    .formatted(
                            where,
                            direction == Direction.TAKEN ? "takes no longer any " + what : "may be of any " + what));
        }
        narrower.stream()
                .filter(value -> !wider.contains(value))
                .sorted()
                .forEach(value -> breaks.accept("%s %s %s %s"
                        .formatted(
                                where,
                                direction == Direction.TAKEN ? "no longer takes" : "may be of the new",
                                what,
                                value)));
    }

    private void limits(String where, JsonNode old, JsonNode now) {
        if (!old.path("format").equals(now.path("format"))) {
            breaks.accept("%s has another format".formatted(where));
        }
        if (direction == Direction.ANSWERED) {
            return;
        }
        for (var limit : UPPER_LIMITS) {
            if (now.has(limit)
                    && (!old.has(limit)
                            || now.path(limit).asDouble() < old.path(limit).asDouble())) {
                breaks.accept("%s has a lower %s".formatted(where, limit));
            }
        }
        for (var limit : LOWER_LIMITS) {
            if (now.has(limit)
                    && (!old.has(limit)
                            || now.path(limit).asDouble() > old.path(limit).asDouble())) {
                breaks.accept("%s has a higher %s".formatted(where, limit));
            }
        }
        if (now.has("pattern") && !old.path("pattern").equals(now.path("pattern"))) {
            breaks.accept("%s has another pattern".formatted(where));
        }
    }

    private void properties(String where, JsonNode old, JsonNode now) {
        var oldRequired = texts(old.path("required"));
        var nowRequired = texts(now.path("required"));
        for (var property : old.path("properties").properties()) {
            var name = property.getKey();
            var latter = now.path("properties").path(name);
            if (latter.isMissingNode()) {
                breaks.accept("%s.%s is gone".formatted(where, name));
            } else {
                compare(where + "." + name, property.getValue(), latter);
            }
        }
        var missing = direction == Direction.TAKEN
                ? difference(nowRequired, oldRequired)
                : difference(oldRequired, nowRequired);
        missing.stream()
                .filter(name ->
                        direction == Direction.TAKEN || now.path("properties").has(name))
                .forEach(name -> breaks.accept("%s.%s %s"
                        .formatted(
                                where, name, direction == Direction.TAKEN ? "is required now" : "may be absent now")));
    }

    private static List<String> difference(Set<String> all, Set<String> without) {
        return all.stream().filter(name -> !without.contains(name)).sorted().toList();
    }

    private void choices(String where, JsonNode old, JsonNode now) {
        var formers = list(old);
        var latters = list(now);
        if (formers.size() > latters.size() && direction == Direction.TAKEN
                || formers.size() < latters.size() && direction == Direction.ANSWERED) {
            breaks.accept("%s has other choices".formatted(where));
        }
        for (var index = 0; index < Math.min(formers.size(), latters.size()); index++) {
            compare(where, formers.get(index), latters.get(index));
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }
}
