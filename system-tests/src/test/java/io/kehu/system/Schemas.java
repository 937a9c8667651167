package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the schemas of one OpenAPI document. */
record Schemas(JsonNode document) {

    /** What a schema means: references followed, and of alternatives the first that is not null. */
    JsonNode resolve(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolve(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (var alternative : schema.path("anyOf").isMissingNode() ? schema.path("allOf") : schema.path("anyOf")) {
            if (!alternative.path("type").asText().equals("null")) {
                return resolve(alternative);
            }
        }
        return schema;
    }

    /** Its JSON type, null aside. */
    static String type(JsonNode schema) {
        for (var type : schema.path("type")) {
            if (!type.asText().equals("null")) {
                return type.asText();
            }
        }
        return schema.path("type").asText(schema.has("properties") ? "object" : "string");
    }
}
