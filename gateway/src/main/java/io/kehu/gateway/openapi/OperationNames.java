package io.kehu.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;

/**
 * Operation ids that generated clients can live on: services name theirs without knowing of each other, so each gets
 * its resource in front, also where it is the only one of its name as yet. A new operation renames no other.
 */
final class OperationNames {

    private static final String ID = "operationId";

    private OperationNames() {}

    /** {@code list} of {@code /v1/customers} becomes {@code customers_list}; a number where that is not enough. */
    static void makeUnique(ObjectNode paths) {
        var taken = new HashSet<String>();
        paths.properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    if (operation.has(ID)) {
                        var wanted = resource(path.getKey()) + "_"
                                + operation.path(ID).asText();
                        var unique = wanted;
                        for (var number = 2; !taken.add(unique); number++) {
                            unique = wanted + number;
                        }
                        ((ObjectNode) operation).put(ID, unique);
                    }
                }));
    }

    /** {@code /v1/lead-forms/{key}} is {@code leadForms}. */
    private static String resource(String path) {
        var name = new StringBuilder();
        for (var word : path.split("/")[2].split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
