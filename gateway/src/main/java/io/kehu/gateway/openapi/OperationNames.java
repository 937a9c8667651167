package io.kehu.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;

/** Keeps operation ids unique: services name theirs without knowing of each other, generated clients need them apart. */
final class OperationNames {

    private static final String ID = "operationId";

    private OperationNames() {}

    /** An id that occurs more than once gets its resource in front, and a number where that is not enough. */
    static void makeUnique(ObjectNode paths) {
        var uses = new HashMap<String, Integer>();
        var named = new ArrayList<Named>();
        paths.properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    if (operation.has(ID)) {
                        uses.merge(operation.path(ID).asText(), 1, Integer::sum);
                        named.add(new Named(resource(path.getKey()), operation));
                    }
                }));
        var taken = new HashSet<String>();
        named.forEach(entry -> {
            var id = entry.operation().path(ID).asText();
            var wanted = uses.get(id) > 1 ? entry.resource() + "_" + id : id;
            var unique = wanted;
            for (var number = 2; !taken.add(unique); number++) {
                unique = wanted + number;
            }
            ((ObjectNode) entry.operation()).put(ID, unique);
        });
    }

    /** {@code /v1/lead-forms/{key}} is {@code leadForms}. */
    private static String resource(String path) {
        var name = new StringBuilder();
        for (var word : path.split("/")[2].split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    private record Named(String resource, JsonNode operation) {}
}
