package io.kehu.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The committed OpenAPI document of the service under test; {@code -Dgolden.write=true} writes it anew. */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    private ApiDocument() {}

    /** Fails if the document has drifted from {@code docs/openapi/<service>.json}, or an operation lacks its summary. */
    public static void check(String service) {
        try {
            var document = JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
            ((ObjectNode) document).remove("servers");
            var text = JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
            var file = Path.of("../docs/openapi/" + service + ".json");
            if (Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(text).isEqualTo(Files.readString(file));
            assertThat(document.path("openapi").asText()).startsWith("3.1");
            assertThat(withoutSummary(document)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> withoutSummary(JsonNode document) {
        var found = new ArrayList<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())
                            && !operation.getValue().hasNonNull("summary")) {
                        found.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        return found;
    }
}
