package io.kehu.platform.listing;

import io.quarkus.arc.Arc;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.util.TypeLiteral;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Tells of each list by which fields it can be filtered and sorted, for people and (as {@code x-fields}) for programs. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class DocumentedFields implements OASFilter {

    private static final String PAGE_OF = "#/components/schemas/Page";
    private static final String VIEW = "View";

    private final List<? extends Listing<?>> listings =
            Arc.container().select(new TypeLiteral<AggregateRepository<?>>() {}, Any.Literal.INSTANCE).stream()
                    .map(AggregateRepository::listing)
                    .toList();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(item -> {
            if (item.getGET() != null && item.getGET().getParameters() != null) {
                describe(item.getGET());
            }
        });
    }

    private void describe(Operation operation) {
        var page = page(operation);
        for (var listing : listings) {
            if (page.startsWith(PAGE_OF)
                    && listing.entity
                            .getSimpleName()
                            .endsWith(page.substring(PAGE_OF.length()).replace(VIEW, ""))) {
                for (var parameter : operation.getParameters()) {
                    switch (parameter.getName()) {
                        case "filter" -> tell(parameter, listing.filterable(), listing.custom != null);
                        case "sort" -> tell(parameter, listing.sorts, listing.custom != null);
                        default -> {}
                    }
                }
            }
        }
    }

    private static String page(Operation operation) {
        var answer = operation.getResponses().getAPIResponse("200");
        var json = answer == null || answer.getContent() == null
                ? null
                : answer.getContent().getMediaType("application/json");
        return json == null || json.getSchema() == null || json.getSchema().getRef() == null
                ? ""
                : json.getSchema().getRef();
    }

    private static void tell(Parameter parameter, Collection<String> fields, boolean custom) {
        var own = custom ? ", and the company's own as custom.key 自定义字段" : "";
        parameter.setDescription(
                "%s. Fields 字段: %s%s".formatted(parameter.getDescription(), String.join(", ", fields), own));
        parameter.addExtension("x-fields", List.copyOf(fields));
    }
}
