package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.kehu.system.SchemaComparison.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what a client of the former OpenAPI document can no longer rely on: operations, parameters, fields and values
 * that are gone, input that is newly required or narrower, answers that are wider.
 */
final class ApiComparison {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    /** Of these a schema says nothing but that they are bytes or a text. */
    private static final Pattern FILE = Pattern.compile("text/csv|image/.*|.*spreadsheet.*");

    /** What a security requirement cannot tell; a document that newly tells it changes nothing. */
    private static final List<String> FURTHER_PERMISSIONS =
            List.of("x-permissions-by-media-type", "x-further-permissions");

    /** How a renaming ends, which breaks no call, only the programs that use a generated client. */
    static final String RENAMED = " has another operation id";

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private ApiComparison(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** A sentence for each incompatibility. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        var comparison = new ApiComparison(before, after);
        comparison.compare();
        return comparison.breaks.stream().distinct().toList();
    }

    private void compare() {
        for (var path : before.path("paths").properties()) {
            for (var method : METHODS) {
                var old = path.getValue().path(method);
                if (!old.isMissingNode()) {
                    var name = method.toUpperCase(Locale.ROOT) + " " + path.getKey();
                    operation(name, old, after.path("paths").path(path.getKey()).path(method));
                }
            }
        }
    }

    private void operation(String name, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            breaks.add(name + " is gone");
            return;
        }
        if (!old.path("operationId").equals(now.path("operationId"))) {
            breaks.add(name + RENAMED);
        }
        if (!old.path("security").equals(now.path("security"))
                || FURTHER_PERMISSIONS.stream()
                        .anyMatch(each -> old.has(each) && !old.path(each).equals(now.path(each)))) {
            breaks.add(name + " needs another permission");
        }
        parameters(name, parameters(before, old), parameters(after, now));
        body(name, resolved(before, old.path("requestBody")), resolved(after, now.path("requestBody")));
        old.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> answer(
                        name + " " + response.getKey(),
                        resolved(before, response.getValue()),
                        resolved(after, now.path("responses").path(response.getKey()))));
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Map<String, JsonNode> parameters(JsonNode document, JsonNode operation) {
        var parameters = new HashMap<String, JsonNode>();
        operation.path("parameters").forEach(reference -> {
            var parameter = resolved(document, reference);
            parameters.put(
                    parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        });
        return parameters;
    }

    private void parameters(String name, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        now.forEach((key, parameter) -> {
            if (isRequired(parameter) && !(old.containsKey(key) && isRequired(old.get(key)))) {
                breaks.add("%s: %s is required now".formatted(name, key));
            }
        });
        old.forEach((key, parameter) -> {
            if (now.containsKey(key)) {
                schemas(Direction.TAKEN, "%s: %s".formatted(name, key), parameter, now.get(key));
            } else {
                breaks.add("%s: %s is gone".formatted(name, key));
            }
        });
    }

    private static boolean isRequired(JsonNode input) {
        return input.path("required").asBoolean();
    }

    private void body(String name, JsonNode old, JsonNode now) {
        if (isRequired(now) && !isRequired(old)) {
            breaks.add(name + ": a body is required now");
        }
        contents(Direction.TAKEN, name + ": body", old, now);
    }

    private void answer(String name, JsonNode old, JsonNode now) {
        if (now.isMissingNode()) {
            breaks.add(name + " is no longer answered");
        } else {
            contents(Direction.ANSWERED, name + ": answer", old, now);
        }
    }

    private void contents(Direction direction, String where, JsonNode old, JsonNode now) {
        for (var content : old.path("content").properties()) {
            var latter = now.path("content").path(content.getKey());
            if (latter.isMissingNode()) {
                breaks.add("%s is no longer of type %s".formatted(where, content.getKey()));
            } else if (!FILE.matcher(content.getKey()).matches()) {
                schemas(direction, where, content.getValue(), latter);
            }
        }
    }

    private void schemas(Direction direction, String where, JsonNode old, JsonNode now) {
        new SchemaComparison(before, after, direction, breaks::add)
                .compare(where, old.path("schema"), now.path("schema"));
    }
}
