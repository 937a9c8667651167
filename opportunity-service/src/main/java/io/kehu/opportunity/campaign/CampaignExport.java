package io.kehu.opportunity.campaign;

import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How campaigns go out as a file, which an import takes back as far as it does not tell what has become of them. */
@ApplicationScoped
class CampaignExport implements RowExport<Campaign> {

    private final CampaignRepository campaigns;
    private final CampaignImport imports;

    CampaignExport(CampaignRepository campaigns, CampaignImport imports) {
        this.campaigns = campaigns;
        this.imports = imports;
    }

    @Override
    public String resource() {
        return CampaignRepository.RESOURCE;
    }

    @Override
    public AggregateRepository<Campaign> repository() {
        return campaigns;
    }

    @Override
    public List<Column> columns() {
        var became = Stream.of(
                Column.text("status", "Status", "活动状态"),
                Column.of(ColumnType.DECIMAL, "actualCost", "Actual cost", "实际费用"),
                Column.text("actualCostCurrency", "Currency of the cost", "费用币种"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"));
        return Stream.concat(imports.columns().stream(), became).toList();
    }

    @Override
    public Function<Campaign, CampaignView> views(List<Campaign> records) {
        return Campaign::view;
    }
}
