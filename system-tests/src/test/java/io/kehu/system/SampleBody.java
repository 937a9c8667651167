package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Makes the smallest value that a schema of an OpenAPI document allows: what is required, and no more. */
final class SampleBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schemas schemas;

    private SampleBody(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The body of {@code operation}; a patch changes nothing. */
    static String of(ApiOperation operation) {
        return operation.method().equals("PATCH")
                ? "{}"
                : new SampleBody(new Schemas(operation.document()))
                        .make(operation.bodySchema())
                        .toString();
    }

    private JsonNode make(JsonNode stated) {
        var schema = schemas.resolve(stated);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        return switch (Schemas.type(schema)) {
            case "object" -> {
                var object = JSON.objectNode();
                for (var name : schema.path("required")) {
                    object.set(name.asText(), make(schema.path("properties").path(name.asText())));
                }
                yield object;
            }
            case "array" -> {
                var array = JSON.arrayNode();
                for (var index = 0; index < schema.path("minItems").asInt(); index++) {
                    array.add(make(schema.path("items")));
                }
                yield array;
            }
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.textNode(text(schema));
        };
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T08:00:00Z";
            case "uuid" -> "01900000-0000-7000-8000-000000000000";
            default ->
                schema.path("examples").isArray()
                        ? schema.path("examples").get(0).asText()
                        : "sample".repeat(1 + schema.path("minLength").asInt() / 6);
        };
    }
}
