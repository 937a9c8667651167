package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One operation as its service's committed OpenAPI document tells it.
 *
 * @param template   path with its parameters in braces
 * @param permission what a caller needs, or null if a valid token is enough
 */
record ApiOperation(
        String service, String method, String template, String permission, JsonNode operation, JsonNode document) {

    private static final Path DOCUMENTS = Path.of("../docs/openapi");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    static List<ApiOperation> all() {
        try (var files = Files.list(DOCUMENTS)) {
            var all = new ArrayList<ApiOperation>();
            for (var file : files.sorted().toList()) {
                var service = file.getFileName().toString().replace(".json", "");
                all.addAll(of(service, new ObjectMapper().readTree(file.toFile())));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApiOperation> of(String service, JsonNode document) {
        var found = new ArrayList<ApiOperation>();
        for (var path : document.required("paths").properties()) {
            for (var method : METHODS) {
                var operation = path.getValue().get(method);
                if (operation != null) {
                    var roles = operation.at("/security/0/SecurityScheme");
                    found.add(new ApiOperation(
                            service,
                            method.toUpperCase(Locale.ROOT),
                            path.getKey(),
                            roles.isEmpty() ? null : roles.get(0).asText(),
                            operation,
                            document));
                }
            }
        }
        return found;
    }

    /** First segment after the version, for instance {@code customers}. */
    String resource() {
        return template.split("/")[2];
    }

    boolean isForOperators() {
        return resource().equals("operations");
    }

    /** Whether its document says that it takes no token: {@code "security": []}. */
    boolean isPublic() {
        return operation.path("security").isArray()
                && operation.path("security").isEmpty();
    }

    boolean hasParameterInPath() {
        return template.contains("{");
    }

    boolean writes() {
        return !method.equals("GET");
    }

    /** The path for one record, with the parameters that must be given. */
    String path(String id) {
        var path = new StringBuilder(template.replaceAll("\\{[^}]*}", id));
        var separator = '?';
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                var value = parameter.path("name").asText().equals("subject") ? "customer:" + id : "test";
                path.append(separator)
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(value);
                separator = '&';
            }
        }
        return path.toString();
    }

    /** Media type of the body that the operation takes, or null. */
    String mediaType() {
        var content = operation.at("/requestBody/content");
        return content.isEmpty() ? null : content.fieldNames().next();
    }

    JsonNode bodySchema() {
        return operation.at("/requestBody/content").path(mediaType()).path("schema");
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
