package io.kehu.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes one OpenAPI document of several. A component that all services define alike stays one; one that they define
 * differently gets the service's name in front, and so does every shared one that refers to it. Names therefore do not
 * depend on the order of the services. Security schemes are one for the whole suite.
 */
final class OpenApiMerge {

    private static final String REFERENCE = "#/components/";

    private final Map<String, JsonNode> documents;
    private final BiPredicate<String, String> routed;
    private final Set<String> ambiguous;

    /**
     * @param documents the services' documents by service name
     * @param routed whether a path leads to a service; what leads nowhere is left out
     */
    OpenApiMerge(Map<String, JsonNode> documents, BiPredicate<String, String> routed) {
        this.documents = documents;
        this.routed = routed;
        this.ambiguous = ambiguous();
    }

    /** Sets paths, components and tags of all services in {@code target}. */
    void into(ObjectNode target) {
        var paths = target.putObject("paths");
        var components = target.putObject("components");
        var tags = new LinkedHashMap<String, JsonNode>();
        documents.forEach((service, document) -> {
            document.path("tags")
                    .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
            document.path("paths").properties().stream()
                    .filter(path -> routed.test(service, path.getKey()))
                    .forEach(path -> paths.set(path.getKey(), renamed(service, path.getValue())));
            components(document)
                    .forEach(component -> components
                            .withObjectProperty(component.section())
                            .set(name(service, component), renamed(service, component.definition())));
        });
        OperationNames.makeUnique(paths);
        target.putArray("tags").addAll(tags.values());
    }

    private Set<String> ambiguous() {
        var definitions = new LinkedHashMap<String, List<JsonNode>>();
        documents.values().stream()
                .flatMap(OpenApiMerge::components)
                .filter(component -> !component.section().equals("securitySchemes"))
                .forEach(component -> definitions
                        .computeIfAbsent(component.key(), _ -> new ArrayList<>())
                        .add(component.definition()));
        definitions.values().removeIf(shared -> shared.size() == 1);
        var found = new HashSet<String>();
        var before = -1;
        while (found.size() > before) {
            before = found.size();
            definitions.forEach((key, shared) -> {
                if (differ(shared) || references(shared.getFirst()).anyMatch(found::contains)) {
                    found.add(key);
                }
            });
        }
        return found;
    }

    private static boolean differ(List<JsonNode> definitions) {
        return definitions.stream().distinct().count() > 1;
    }

    private static Stream<String> references(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.asText())
                    .filter(text -> text.startsWith(REFERENCE))
                    .map(text -> text.substring(REFERENCE.length()));
        }
        return StreamSupport.stream(node.spliterator(), false).flatMap(OpenApiMerge::references);
    }

    private JsonNode renamed(String service, JsonNode node) {
        if (node.isTextual() && references(node).anyMatch(ambiguous::contains)) {
            var split = node.asText().lastIndexOf('/') + 1;
            return TextNode.valueOf(node.asText().substring(0, split)
                    + prefix(service)
                    + node.asText().substring(split));
        }
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), renamed(service, field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(renamed(service, element)));
            return copy;
        }
        return node;
    }

    private static Stream<Component> components(JsonNode document) {
        return document.path("components").properties().stream()
                .flatMap(section -> section.getValue().properties().stream()
                        .map(entry -> new Component(section.getKey(), entry.getKey(), entry.getValue())));
    }

    private String name(String service, Component component) {
        return ambiguous.contains(component.key()) ? prefix(service) + component.name() : component.name();
    }

    /** {@code service-desk-service} becomes {@code ServiceDesk_}. */
    private static String prefix(String service) {
        var prefix = new StringBuilder();
        for (var word : service.replaceFirst("-service$", "").split("-")) {
            prefix.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return prefix.append('_').toString();
    }

    /** One named entry of a document's components. */
    private record Component(String section, String name, JsonNode definition) {

        String key() {
            return section + "/" + name;
        }
    }
}
