package io.kehu.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The committed document of the whole suite, from which clients are generated; {@code -Dgolden.write=true} writes it anew. */
@QuarkusTest
class SuiteDocumentTest {

    private static final Path DOCUMENTS = Path.of("../docs/openapi");
    private static final Path MERGED = Path.of("../docs/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Inject
    SuiteOpenApi suite;

    @Test
    void isTheCommittedOne() throws IOException {
        var document = suite.document(ofServices(), Set.of());
        document.remove("x-unavailable-services");
        var text = JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(MERGED, text);
        }
        assertThat(text).isEqualTo(Files.readString(MERGED));
        assertThat(document.findValuesAsText("operationId"))
                .as("names that need no number to be unique")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.matches(".*\\d"));
    }

    private static Map<String, JsonNode> ofServices() throws IOException {
        var documents = new HashMap<String, JsonNode>();
        try (var files = Files.newDirectoryStream(DOCUMENTS, "*-service.json")) {
            for (var file : files) {
                documents.put(file.getFileName().toString().replace(".json", ""), JSON.readTree(file.toFile()));
            }
        }
        return documents;
    }
}
