package io.kehu.opportunity.lead;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.opportunity.campaign.Campaigns;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var known = imports.columns().stream().filter(column -> !column.field().equals("assign"));
        var became = Stream.of(
                Column.text("status", "Status", "跟进状态"),
                Column.of(ColumnType.INSTANT, "statusSince", "In status since", "状态更新时间"),
                Column.text("disqualifiedReason", "Disqualified reason", "无效原因"),
                Column.text("form", "Form", "线索表单"),
                Column.of(ColumnType.INSTANT, "convertedAt", "Converted at", "转化时间"),
                Column.text("convertedCustomerId", "Customer id", "转化客户ID"),
                Column.text("convertedContactId", "Contact id", "转化联系人ID"),
                Column.text("convertedOpportunityId", "Opportunity id", "转化商机ID"));
        return Stream.concat(known, became).toList();
    }

    /** The campaign by its number, as an import takes it, or by its id, as an import leaves it. */
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
            var campaign = view.state().campaignId();
            return new Row(campaign == null ? null : numbers.getOrDefault(campaign, campaign.toString()), view);
        };
    }
}
