package io.kehu.opportunity.campaign;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ColumnType;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How campaigns come in by file, owned by who imports them. */
@ApplicationScoped
class CampaignImport implements RowImport<CampaignFields, Campaign> {

    private final CampaignRepository campaigns;
    private final Numbers numbers;
    private final CustomFieldRules customFields;

    CampaignImport(CampaignRepository campaigns, Numbers numbers, CustomFieldRules customFields) {
        this.campaigns = campaigns;
        this.numbers = numbers;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return CampaignRepository.RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.CAMPAIGN;
    }

    @Override
    public Class<Campaign> entity() {
        return Campaign.class;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.text("name", "Name", "活动名称").needed(),
                Column.choice(Campaign.Type.class, "type", "Type", "活动类型").needed(),
                Column.text("targetAudience", "Target audience", "目标客户群体"),
                Column.of(ColumnType.DATE, "startsOn", "First day", "开始日期"),
                Column.of(ColumnType.DATE, "endsOn", "Last day", "结束日期"),
                Column.of(ColumnType.DECIMAL, "budget", "Budget", "预算"),
                Column.currency("currency", "Currency", "币种"),
                Column.text("description", "Description", "描述"),
                Column.of(ColumnType.TEXTS, "tags", "Tags", "标签")));
        columns.addAll(CustomColumns.of(customFields.of(CampaignRepository.RESOURCE)));
        return List.copyOf(columns);
    }

    @Override
    public CampaignFields read(RowValues row) {
        var tags = row.texts("tags");
        return new CampaignFields(
                row.text("name"),
                row.choice("type", Campaign.Type.class),
                row.text("targetAudience"),
                row.date("startsOn"),
                row.date("endsOn"),
                row.money("budget", "currency"),
                row.text("description"),
                CustomColumns.read(customFields.of(CampaignRepository.RESOURCE), row),
                tags == null ? null : Set.copyOf(tags));
    }

    @Override
    public DomainEvent removed(Campaign campaign) {
        campaigns.requireUnused(campaign.id());
        return campaign.remove();
    }

    @Override
    public DomainEvent restored(Campaign campaign, Set<String> fields) {
        return campaign.updated(fields);
    }

    @Override
    public RowWriter<CampaignFields, Campaign> writer(List<ImportRow<CampaignFields>> rows) {
        return new Writer();
    }

    private final class Writer implements RowWriter<CampaignFields, Campaign> {

        @Override
        public CampaignFields current(Campaign existing) {
            return existing.fields();
        }

        @Override
        public Change create(ImportRow<CampaignFields> row) {
            var caller = Caller.current();
            var fields = settled(null, row.command());
            var campaign = new Campaign(numbers.next(Campaign.NUMBER_PREFIX), caller.username(), caller.team(), fields);
            return Change.now(campaign, campaign.created());
        }

        @Override
        public Optional<Change> update(Campaign existing, ImportRow<CampaignFields> row) {
            return existing.update(settled(existing.fields(), row.command())).map(event -> Change.now(existing, event));
        }

        private CampaignFields settled(CampaignFields current, CampaignFields stated) {
            var present = current == null ? null : current.customFields();
            return stated.with(customFields.settled(CampaignRepository.RESOURCE, present, stated.customFields()));
        }
    }
}
