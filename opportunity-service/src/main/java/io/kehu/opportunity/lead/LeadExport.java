package io.kehu.opportunity.lead;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How leads go out as a file, which an import takes back. */
@ApplicationScoped
class LeadExport implements RowExport<Lead> {

    private final LeadRepository leads;
    private final LeadImport imports;

    LeadExport(LeadRepository leads, LeadImport imports) {
        this.leads = leads;
        this.imports = imports;
    }

    @Override
    public String resource() {
        return LeadTerms.RESOURCE;
    }

    @Override
    public AggregateRepository<Lead> repository() {
        return leads;
    }

    @Override
    public List<Column> columns() {
        return imports.columns();
    }

    @Override
    public Function<Lead, LeadView> views(List<Lead> records) {
        return Lead::view;
    }
}
