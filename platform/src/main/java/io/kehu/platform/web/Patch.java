package io.kehu.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masked;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.quarkus.arc.Arc;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON Merge Patch (RFC 7396) of {@code T}: null clears, what is absent stays.
 *
 * @param <T> the record of fields that may be changed
 */
public record Patch<T>(ObjectNode document, Class<T> type) {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /**
     * {@code current} with the patch applied, valid by its own constraints. A masked value that the caller was shown means
     * "unchanged"; any other masked value is refused, so that no mask is ever stored.
     */
    public T applyTo(T current) {
        var mapper = Arc.container().instance(ObjectMapper.class).get();
        ObjectNode merged = clear(mapper, current);
        merge(merged, withoutMasks(merged));
        try {
            var changed = mapper.treeToValue(merged, type);
            var violations = Arc.container().instance(Validator.class).get().validate(changed);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return changed;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The present values unmasked, whoever asks: they are compared and kept, not shown. */
    private static ObjectNode clear(ObjectMapper mapper, Object current) {
        return Caller.system("patch", Caller.current().origin()).call(() -> mapper.valueToTree(current));
    }

    private ObjectNode withoutMasks(ObjectNode current) {
        if (Caller.current().maySeePersonalData()) {
            return document;
        }
        var patch = document.deepCopy();
        var errors = new ArrayList<InvalidField>();
        for (var component : type.getRecordComponents()) {
            var masked = component.getAccessor().getAnnotation(Masked.class);
            var name = component.getName();
            if (masked == null
                    || !patch.hasNonNull(name)
                    || !patch.get(name).toString().contains("*")) {
                continue;
            }
            if (patch.get(name).equals(mask(masked, current.get(name)))) {
                patch.remove(name);
            } else {
                errors.add(new InvalidField(name, "field.masked"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(errors));
        }
        return patch;
    }

    private static JsonNode mask(Masked masked, JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isArray()) {
            var values = value.<com.fasterxml.jackson.databind.node.ArrayNode>deepCopy()
                    .removeAll();
            value.forEach(each -> values.add(masked.value().mask(each.asText())));
            return values;
        }
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(
                masked.value().mask(value.asText()));
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(change -> {
            var name = change.getKey();
            var value = change.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode nested && target.get(name) instanceof ObjectNode existing) {
                merge(existing, nested);
            } else {
                target.set(name, value);
            }
        });
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
