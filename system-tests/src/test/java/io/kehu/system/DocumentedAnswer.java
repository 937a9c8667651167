package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compares what is answered with what the OpenAPI document says will be. */
final class DocumentedAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> INTERNALS =
            List.of("Exception", "\tat ", "io.kehu.", "org.hibernate", "java.lang", "org.postgresql");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /** What is wrong with the answer; empty if nothing is. */
    List<String> faults(ApiOperation operation, HttpResponse<String> answer) {
        var faults = new ArrayList<String>();
        var status = answer.statusCode();
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (status >= 500) {
            faults.add("status " + status);
        }
        if (status >= 400 && !type.startsWith("application/problem+json")) {
            faults.add("an error of type " + type);
        }
        var response = resolve(operation, operation.operation().at("/responses/" + status));
        if (response.isMissingNode()) {
            faults.add("status " + status + " is not documented");
        }
        if (status >= 400) {
            INTERNALS.stream()
                    .filter(answer.body()::contains)
                    .forEach(word -> faults.add("the answer tells internals: " + word));
        }
        if (type.contains("json")) {
            var media = type.replaceAll(";.*", "");
            faults.addAll(
                    mismatches(operation, response.path("content").path(media).path("schema"), answer.body()));
        }
        return faults;
    }

    private static JsonNode resolve(ApiOperation operation, JsonNode response) {
        return response.has("$ref")
                ? operation.document().at(response.path("$ref").asText().substring(1))
                : response;
    }

    private List<String> mismatches(ApiOperation operation, JsonNode stated, String body) {
        if (stated.isMissingNode()) {
            return List.of();
        }
        try {
            var schema = schemas.computeIfAbsent(stated, _ -> {
                var whole = (ObjectNode) stated.deepCopy();
                whole.set("components", operation.document().path("components"));
                return registry.getSchema(whole);
            });
            return schema.validate(JSON.readTree(body)).stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                    .limit(3)
                    .toList();
        } catch (IOException e) {
            return List.of("no JSON: " + e.getMessage());
        }
    }
}
