package io.kehu.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads a patch that is part of a body; {@link PatchReader} reads one that is the body. */
class PatchDeserializer extends JsonDeserializer<Patch<?>> implements ContextualDeserializer {

    private final Class<?> type;

    PatchDeserializer() {
        this(Object.class);
    }

    private PatchDeserializer(Class<?> type) {
        this.type = type;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new PatchDeserializer(
                context.getContextualType().containedTypeOrUnknown(0).getRawClass());
    }

    @Override
    public Patch<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.readValueAsTree() instanceof ObjectNode document
                ? new Patch<>(document, type)
                : (Patch<?>) context.handleUnexpectedToken(Patch.class, parser);
    }
}
