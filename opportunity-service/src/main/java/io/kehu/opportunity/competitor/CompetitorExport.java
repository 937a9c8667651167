package io.kehu.opportunity.competitor;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How competitors go out as a file, which an import takes back. */
@ApplicationScoped
class CompetitorExport implements RowExport<Competitor> {

    private final CompetitorRepository competitors;
    private final CompetitorImport imports;

    CompetitorExport(CompetitorRepository competitors, CompetitorImport imports) {
        this.competitors = competitors;
        this.imports = imports;
    }

    @Override
    public String resource() {
        return CompetitorRepository.RESOURCE;
    }

    @Override
    public AggregateRepository<Competitor> repository() {
        return competitors;
    }

    @Override
    public List<Column> columns() {
        return imports.columns();
    }

    @Override
    public Function<Competitor, CompetitorView> views(List<Competitor> records) {
        return Competitor::view;
    }
}
