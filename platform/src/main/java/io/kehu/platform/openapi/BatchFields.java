package io.kehu.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says that the fields of a command in a batch are those of the record, of which the generic patch says nothing. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class BatchFields implements OASFilter {

    private static final String BATCH = "Batch";

    /** What nobody sends: the batch of nothing in particular, and patches within one, as the generic types have them. */
    private static final List<String> LEFT_OVER = List.of(BATCH, "BatchItem", "ObjectNode", "JsonNode");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        schemas.keySet().stream()
                .filter(name -> LEFT_OVER.contains(name) || name.startsWith("Patch"))
                .toList()
                .forEach(document.getComponents()::removeSchema);
        document.getComponents().getSchemas().forEach((name, schema) -> {
            var command = command(schema);
            if (name.startsWith(BATCH) && command != null) {
                command.addProperty(
                        "fields",
                        OASFactory.createSchema()
                                .ref("#/components/schemas/" + name.substring(BATCH.length()))
                                .description(
                                        command.getProperties().get("fields").getDescription()));
            }
        });
    }

    /** What the list {@code items} of a schema holds, if that has fields. */
    private static Schema command(Schema schema) {
        var items =
                schema.getProperties() == null ? null : schema.getProperties().get("items");
        var command = items == null ? null : items.getItems();
        return command != null
                        && command.getProperties() != null
                        && command.getProperties().containsKey("fields")
                ? command
                : null;
    }
}
