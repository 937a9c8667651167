package io.kehu.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.gateway.problem.Refusal;
import io.kehu.gateway.problem.Refused;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a PATCH, and applies it. */
@Provider
@Consumes({Patch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class PatchReader implements MessageBodyReader<Patch> {

    private final ObjectMapper json;
    private final Validator validator;

    PatchReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Patch.class;
    }

    @Override
    public Patch readFrom(
            Class<Patch> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (json.readTree(body) instanceof ObjectNode document) {
            return new Patch(document);
        }
        throw new Refused(Refusal.MALFORMED, "an object is expected");
    }

    /** {@code current} with the patch applied, valid by its own constraints. */
    <T> T apply(Patch patch, T current, Class<T> type) throws JsonProcessingException {
        ObjectNode merged = json.valueToTree(current);
        merged.setAll(patch.document());
        var changed = json.treeToValue(merged, type);
        var violations = validator.validate(changed);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return changed;
    }
}
