package io.kehu.opportunity.competitor;

import io.kehu.events.CompetitorEvent;
import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomFieldRules;
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
import java.util.Set;

/** How competitors come in by file. */
@ApplicationScoped
class CompetitorImport implements RowImport<CompetitorFields, Competitor> {

    private final CompetitorRepository competitors;
    private final CompetitorTerms terms;
    private final Numbers numbers;
    private final CustomFieldRules customFields;

    CompetitorImport(
            CompetitorRepository competitors, CompetitorTerms terms, Numbers numbers, CustomFieldRules customFields) {
        this.competitors = competitors;
        this.terms = terms;
        this.numbers = numbers;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return CompetitorRepository.RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.COMPETITOR;
    }

    @Override
    public Class<Competitor> entity() {
        return Competitor.class;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.text("name", "Name", "名称").needed(),
                Column.text("website", "Website", "网站"),
                Column.of(ColumnType.TEXTS, "productCategories", "Product categories", "产品类别"),
                Column.of(ColumnType.TEXTS, "salesChannels", "Sales channels", "销售渠道"),
                Column.text("strengths", "Strengths", "优势"),
                Column.text("weaknesses", "Weaknesses", "劣势"),
                Column.of(ColumnType.TEXTS, "tags", "Tags", "标签")));
        columns.addAll(CustomColumns.of(customFields.of(CompetitorRepository.RESOURCE)));
        return List.copyOf(columns);
    }

    @Override
    public List<String> unique(CompetitorFields command) {
        return command.name() == null ? List.of() : List.of(CompetitorRepository.key(command.name()));
    }

    @Override
    public CompetitorFields read(RowValues row) {
        return new CompetitorFields(
                row.text("name"),
                row.text("website"),
                distinct(row.texts("productCategories")),
                null,
                distinct(row.texts("salesChannels")),
                row.text("strengths"),
                row.text("weaknesses"),
                CustomColumns.read(customFields.of(CompetitorRepository.RESOURCE), row),
                distinct(row.texts("tags")));
    }

    private static Set<String> distinct(List<String> texts) {
        return texts == null ? null : Set.copyOf(texts);
    }

    @Override
    public DomainEvent removed(Competitor competitor) {
        competitors.requireUnused(competitor.id());
        return competitor.remove();
    }

    @Override
    public DomainEvent restored(Competitor competitor, Set<String> fields) {
        return new CompetitorEvent.Updated(fields);
    }

    @Override
    public RowWriter<CompetitorFields, Competitor> writer(List<ImportRow<CompetitorFields>> rows) {
        return new CompetitorWriter(terms, numbers);
    }
}
