package io.kehu.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Says that the fields of a command in a batch are those of the record, of which the generic patch says nothing. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class BatchFields implements OASFilter {

    private static final String ITEM = "BatchItem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        schemas.forEach((name, schema) -> {
            if (name.startsWith(ITEM) && schema.getProperties() != null) {
                var description = schema.getProperties().get("fields").getDescription();
                schema.addProperty(
                        "fields",
                        OASFactory.createSchema()
                                .ref("#/components/schemas/" + name.substring(ITEM.length()))
                                .description(description));
            }
        });
        schemas.keySet().stream()
                .filter(name -> name.startsWith("Patch"))
                .toList()
                .forEach(document.getComponents()::removeSchema);
    }
}
