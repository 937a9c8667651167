package io.kehu.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.platform.access.Caller;
import io.kehu.platform.access.Masks;
import io.quarkus.arc.Arc;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * A JSON Merge Patch (RFC 7396) of {@code T}: null clears, what is absent stays.
 *
 * @param <T> the record of fields that may be changed
 */
@JsonDeserialize(using = PatchDeserializer.class)
public record Patch<T>(ObjectNode document, Class<T> type) {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /**
     * {@code current} with the patch applied, valid by its own constraints. What a masked value means, {@link Masks}
     * says.
     */
    public T applyTo(T current) {
        var mapper = Arc.container().instance(ObjectMapper.class).get();
        ObjectNode merged = clear(mapper, current);
        merge(merged, document);
        try {
            var changed = Masks.resolve(current, mapper.treeToValue(merged, type));
            var violations = Arc.container().instance(Validator.class).get().validate(changed);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return changed;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document read as all of the fields, as if nothing had been there before. */
    public T whole() {
        try {
            return Arc.container().instance(ObjectMapper.class).get().treeToValue(document, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with {@code id} in the place of the id that it states; unchanged if it states none. */
    public Patch<T> referring(String field, UUID id) {
        if (id == null || !document.hasNonNull(field)) {
            return this;
        }
        return new Patch<>(document.deepCopy().put(field, id.toString()), type);
    }

    /** The present values unmasked, whoever asks: they are compared and kept, not shown. */
    private static ObjectNode clear(ObjectMapper mapper, Object current) {
        return Caller.system("patch", Caller.current().origin()).call(() -> mapper.valueToTree(current));
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
