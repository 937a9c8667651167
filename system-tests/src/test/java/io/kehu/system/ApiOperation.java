package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One operation as its service's committed OpenAPI document tells it. What is answered in another form on demand, such as a
 * list as a file, counts as an operation of its own.
 *
 * @param template    path with its parameters in braces
 * @param accept      the media type that is asked for, or null for what is answered to whoever asks for none
 * @param permissions what a caller needs, all of it; none if a valid token is enough
 */
record ApiOperation(
        String service,
        String method,
        String template,
        String accept,
        List<String> permissions,
        JsonNode operation,
        JsonNode document) {

    private static final String JSON = "application/json";
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
                    for (var accept : forms(operation)) {
                        found.add(new ApiOperation(
                                service,
                                method.toUpperCase(Locale.ROOT),
                                path.getKey(),
                                accept,
                                permissions(operation, accept),
                                operation,
                                document));
                    }
                }
            }
        }
        return found;
    }

    /** The media types to ask for: none, and what is answered beside JSON. */
    private static List<String> forms(JsonNode operation) {
        var forms = new ArrayList<String>();
        forms.add(null);
        var content = operation.at("/responses/200/content");
        if (content.has(JSON)) {
            content.fieldNames().forEachRemaining(forms::add);
            forms.remove(JSON);
        }
        return forms;
    }

    private static List<String> permissions(JsonNode operation, String accept) {
        var own = accept == null
                ? MissingNode.getInstance()
                : operation.path("x-permissions-by-media-type").path(accept);
        var permissions = new ArrayList<String>();
        (own.isMissingNode() ? operation.at("/security/0/SecurityScheme") : own)
                .forEach(permission -> permissions.add(permission.asText()));
        operation.path("x-further-permissions").forEach(permission -> permissions.add(permission.asText()));
        return List.copyOf(permissions);
    }

    /** Whether it answers many records, of which some may be asked for by a filter. */
    boolean isFiltered() {
        return !hasParameterInPath()
                && operation.path("parameters").findValuesAsText("name").contains("filter");
    }

    boolean minds(String header) {
        return operation.path("parameters").findValuesAsText("name").contains(header);
    }

    boolean isFile() {
        return accept != null && (accept.equals("text/csv") || accept.contains("spreadsheet"));
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
        return method + " " + template + (accept == null ? "" : " as " + accept);
    }
}
