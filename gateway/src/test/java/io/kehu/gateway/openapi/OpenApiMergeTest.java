package io.kehu.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRAPPER = "\"Wrapper\":{\"$ref\":\"#/components/schemas/Row\"}";

    @Test
    void tellsApartWhatRefersToSomethingAmbiguous() throws JsonProcessingException {
        var merged = merge(Map.of(
                "customer-service", schemas("\"Row\":{\"type\":\"string\"}," + WRAPPER),
                "contract-service", schemas("\"Row\":{\"type\":\"number\"}," + WRAPPER)));

        assertThat(merged.path("components").path("schemas").properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("Customer_Row", "Customer_Wrapper", "Contract_Row", "Contract_Wrapper");
        assertThat(merged.at("/components/schemas/Contract_Wrapper/$ref").asText())
                .isEqualTo("#/components/schemas/Contract_Row");
    }

    @Test
    void namesComponentsAlikeInWhateverOrderTheServicesCome() throws JsonProcessingException {
        var documents = new LinkedHashMap<String, JsonNode>();
        documents.put("service-desk-service", schemas("\"Row\":{\"type\":\"string\"},\"Code\":{\"type\":\"string\"}"));
        documents.put("contract-service", schemas("\"Row\":{\"type\":\"number\"},\"Code\":{\"type\":\"string\"}"));

        var merged = merge(documents);

        assertThat(merged).isEqualTo(merge(new LinkedHashMap<>(documents).reversed()));
        assertThat(merged.path("components").path("schemas").properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("ServiceDesk_Row", "Contract_Row", "Code");
    }

    private static JsonNode merge(Map<String, JsonNode> documents) {
        var target = JSON.createObjectNode();
        new OpenApiMerge(documents, (_, _) -> true).into(target);
        return target;
    }

    private static JsonNode schemas(String schemas) throws JsonProcessingException {
        return JSON.readTree("{\"components\":{\"schemas\":{" + schemas + "}}}");
    }
}
