package io.kehu.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kehu.platform.problem.BadRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads the body of a PATCH. */
@Provider
@Consumes({Patch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class PatchReader implements MessageBodyReader<Patch<?>> {

    private final ObjectMapper mapper;

    public PatchReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Patch.class;
    }

    @Override
    public Patch<?> readFrom(
            Class<Patch<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var target = (Class<?>) ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return mapper.readTree(body) instanceof ObjectNode document ? new Patch<>(document, target) : refuse();
    }

    private static Patch<?> refuse() {
        throw new BadRequest("request.malformed", "an object is expected");
    }
}
