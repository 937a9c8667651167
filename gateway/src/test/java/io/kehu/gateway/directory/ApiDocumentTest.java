package io.kehu.gateway.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code -Dgolden.write=true} writes the committed document anew. */
@QuarkusTest
class ApiDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @Test
    void servesTheCommittedDocument() throws IOException {
        var document = JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
        ((ObjectNode) document).remove("servers");
        var text = JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
        var file = Path.of("../docs/openapi/gateway.json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }
}
