package io.kehu.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that fit a schema, mixed with values that do not: wrong types, extremes, hostile texts, depth and size. */
final class FuzzedValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "' or 1=1; drop table customer; --",
            "\";select pg_sleep(5)--",
            "name==*;id=in=(a,b",
            "a".repeat(10_000),
            "欧阳𠮷野家\uD83D\uDE00",
            "\0",
            "\ud800",
            "\u202Egnp.exe",
            "../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/x}",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "%00%0d%0a",
            "-1",
            "NaN",
            "9999999999999999999999999",
            "2026-02-30",
            "+999999999-12-31T23:59:59Z",
            "0000-00-00");

    private final Random random;
    private final Schemas schemas;

    FuzzedValues(Random random, JsonNode document) {
        this.random = random;
        this.schemas = new Schemas(document);
    }

    JsonNode of(JsonNode stated) {
        return of(stated, 0);
    }

    private JsonNode of(JsonNode stated, int depth) {
        if (random.nextInt(8) == 0) {
            return wrong();
        }
        var schema = schemas.resolve(stated);
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (Schemas.type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var array = JSON.arrayNode();
                for (var count = random.nextInt(4); count > 0; count--) {
                    array.add(of(schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer" -> JSON.numberNode(random.nextInt(1, 100));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(10_000), 2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        for (var property : schema.path("properties").properties()) {
            if (depth < 4 && random.nextInt(3) > 0) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
            }
        }
        if (random.nextInt(20) == 0) {
            object.put("unknownField", 1);
        }
        return object;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> "20%02d-%02d-01".formatted(random.nextInt(10, 40), random.nextInt(1, 13));
            case "date-time" -> "2026-0%d-01T00:00:00Z".formatted(random.nextInt(1, 10));
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> random.nextInt(3) == 0 ? hostile() : "text " + random.nextInt(1000);
        };
    }

    String hostile() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private JsonNode wrong() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.numberNode(Long.MIN_VALUE);
            case 3 -> JSON.numberNode(new BigDecimal("1E+400"));
            case 4 -> JSON.arrayNode().add(JSON.arrayNode().add(JSON.objectNode()));
            case 5 -> JSON.objectNode().put("a", "b");
            case 6 -> deep();
            case 7 -> JSON.numberNode(-0.000000001);
            default -> JSON.textNode(hostile());
        };
    }

    private static JsonNode deep() {
        JsonNode node = JSON.textNode("deep");
        for (var level = 0; level < 900; level++) {
            node = JSON.arrayNode().add(node);
        }
        return node;
    }
}
