package io.kehu.customer;

import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.dictionary.DictionaryEntry;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.web.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/dictionaries")
@Tag(name = "Dictionaries 字典")
@RunOnVirtualThread
@Idempotent
public class DictionaryResource {

    private final Dictionaries dictionaries;

    DictionaryResource(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @GET
    @RolesAllowed("customer:read")
    @Operation(summary = "List the dictionaries 字典列表")
    public List<DictionaryView> list() {
        return dictionaries.kinds().stream()
                .map(kind -> DictionaryView.of(kind, null))
                .toList();
    }

    @GET
    @Path("/{name}")
    @RolesAllowed("customer:read")
    @Operation(summary = "Get a dictionary with its entries 查看字典, or only the parts of one entry")
    public DictionaryView get(
            String name,
            @RestQuery
                    @Parameter(
                            description = "Code of an entry: only what it consists of; empty for the outermost entries")
                    String parent) {
        var dictionary = dictionaries.of(name);
        return DictionaryView.of(
                dictionaries.kind(name),
                parent == null ? dictionary.entries() : dictionary.partsOf(parent.isEmpty() ? null : parent));
    }

    @PUT
    @Path("/{name}/entries/{code}")
    @RolesAllowed("customer:admin")
    @Operation(summary = "Add an entry of the company's own, or change one 维护字典项; it is not deleted but set inactive")
    public DictionaryEntry put(
            String name, @Pattern(regexp = "[\\p{L}\\p{N}_.-]{1,50}") String code, @Valid @NotNull WriteEntry command) {
        var entry = command.entry(code);
        if (entry.parent() != null
                && (entry.parent().equals(code)
                        || dictionaries.of(name).entry(entry.parent()).isEmpty())) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("parent", "dictionary.parent", entry.parent())));
        }
        return dictionaries.put(name, entry);
    }
}
