package io.kehu.opportunity.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How leads go out as a file, which an import takes back. */
@ApplicationScoped
class LeadExport implements RowExport<Lead> {

    private final LeadRepository leads;
    private final LeadImport imports;
    private final Campaigns campaigns;

    LeadExport(LeadRepository leads, LeadImport imports, Campaigns campaigns) {
        this.leads = leads;
        this.imports = imports;
        this.campaigns = campaigns;
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
        return imports.columns().stream()
                .filter(column -> !column.field().equals("assign"))
                .toList();
    }

    /** The campaign by its number, as an import takes it. */
    record Row(String campaign, @JsonUnwrapped LeadView view) {}

    @Override
    public Function<Lead, Row> views(List<Lead> records) {
        var ids = records.stream()
                .map(lead -> lead.state().campaignId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var numbers = campaigns.numbers(ids);
        return lead -> {
            var view = lead.view();
            return new Row(numbers.get(view.state().campaignId()), view);
        };
    }
}
