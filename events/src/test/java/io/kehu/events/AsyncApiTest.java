package io.kehu.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The AsyncAPI 3 document of all events, generated from the records; {@code -Dgolden.write=true} writes it anew. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.json");

    private final SchemaGenerator schemas = new SchemaGenerator(new SchemaGeneratorConfigBuilder(
                    EventJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS, Option.FLATTENED_ENUMS_FROM_TOSTRING)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .build());

    @Test
    void describesEveryEventAsCommitted() throws IOException {
        var json = EventJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(DOCUMENT, json);
        }
        assertThat(json).isEqualTo(Files.readString(DOCUMENT));
    }

    private ObjectNode document() {
        var document = EventJson.mapper().createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Kehu events")
                .put("version", "1.0")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode on Kafka. The key is the aggregate's id; the value holds the fact (data)"
                                + " and the aggregate after it (state). Fields are only ever added.");
        document.put("defaultContentType", "application/json");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var components = document.putObject("components");
        var messages = components.putObject("messages");
        for (var context : Context.values()) {
            var channel = channels.putObject(context.code());
            channel.put("address", context.topic());
            var refs = channel.putObject("messages");
            for (var family : EventFamily.values()) {
                if (family.context() == context) {
                    new TreeMap<>(family.eventsByType()).forEach((type, event) -> {
                        refs.putObject(type).put("$ref", "#/components/messages/" + type);
                        message(messages.putObject(type), type, event, family);
                    });
                }
            }
            var operation = operations.putObject("publish-" + context.code());
            operation.put("action", "send");
            operation.putObject("channel").put("$ref", "#/channels/" + context.code());
        }
        return document;
    }

    private void message(ObjectNode message, String type, Class<?> event, EventFamily family) {
        message.put("name", type).put("contentType", "application/json");
        var headers = message.putObject("headers");
        headers.put("type", "object");
        var properties = headers.putObject("properties");
        for (var name : new String[] {
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_version",
            "ce_recordedtime",
            "ce_actor",
            "ce_origin",
            "ce_historical",
            "ce_cause",
            "traceparent"
        }) {
            properties.putObject(name).put("type", "string");
        }
        ((ObjectNode) properties.get("ce_type")).put("const", type);
        var payload = message.putObject("payload");
        payload.put("type", "object");
        var fields = payload.putObject("properties");
        fields.set("data", schema(event));
        fields.set("state", schema(family.state()));
        payload.putArray("required").add("data").add("state");
    }

    private ObjectNode schema(Class<?> type) {
        var schema = schemas.generateSchema(type);
        moneyAsString(schema);
        return schema;
    }

    /** The generator cannot see that {@link Money} writes its amount as text. */
    private static void moneyAsString(ObjectNode schema) {
        schema.forEach(child -> {
            if (child instanceof ObjectNode object) {
                if (object.has("amount")
                        && object.has("currency")
                        && object.get("amount") instanceof ObjectNode amount) {
                    amount.put("type", "string").put("format", "decimal");
                }
                moneyAsString(object);
            }
        });
    }

    @Test
    void knowsThatMoneyIsText() {
        assertThat(schema(Money.class).at("/properties/amount/type").asText())
                .isEqualTo(
                        EventJson.mapper()
                                        .valueToTree(new Money(BigDecimal.ONE, "CNY"))
                                        .get("amount")
                                        .isTextual()
                                ? "string"
                                : "number");
    }
}
