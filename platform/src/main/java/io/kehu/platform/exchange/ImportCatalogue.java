package io.kehu.platform.exchange;

import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.problem.NotFound;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every import that this service offers, by its resource. */
@ApplicationScoped
class ImportCatalogue {

    private final Map<String, RowImport<?, ?>> imports;
    private final Company company;

    ImportCatalogue(@All List<RowImport<?, ?>> imports, Company company) {
        this.imports = imports.stream().collect(Collectors.toUnmodifiableMap(RowImport::resource, Function.identity()));
        this.company = company;
        imports.forEach(ImportCatalogue::requireDistinctHeadings);
    }

    private static void requireDistinctHeadings(RowImport<?, ?> description) {
        var taken = new HashSet<String>();
        for (var column : StandardColumns.with(description)) {
            var keys = List.of(column.field(), column.english(), column.chinese()).stream()
                    .map(Column::key)
                    .distinct()
                    .toList();
            if (!keys.stream().allMatch(taken::add)) {
                throw new IllegalStateException(
                        "Two columns of " + description.resource() + " answer to a name of " + column.field());
            }
        }
    }

    boolean isEmpty() {
        return imports.isEmpty();
    }

    RowImport<?, ?> require(String resource) {
        return Optional.<RowImport<?, ?>>ofNullable(imports.get(resource))
                .orElseThrow(() -> new NotFound("import", resource));
    }

    RunContext<?, ?> contextOf(StoredJob job) {
        return context(require(job), job);
    }

    RowImport<?, ?> require(StoredJob job) {
        var description = imports.get(job.view().resource());
        if (description == null) {
            throw new JobFailure("import.resource-gone", job.view().resource());
        }
        return description;
    }

    private <C extends Record, E extends Aggregate<?>> RunContext<C, E> context(
            RowImport<C, E> description, StoredJob job) {
        return RunContext.of(description, job, company.zone());
    }
}
