package io.kehu.opportunity.research;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.opportunity.competitor.Competitors;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowImport;
import io.kehu.platform.exchange.RowValues;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.reference.References;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How market research comes in by file: a row for each need and for each competitor, owned by who imports it. */
@ApplicationScoped
class ResearchImport implements RowImport<ResearchRow, MarketResearch> {

    private final References references;
    private final Competitors competitors;
    private final Numbers numbers;
    private final CustomFieldRules customFields;

    ResearchImport(References references, Competitors competitors, Numbers numbers, CustomFieldRules customFields) {
        this.references = references;
        this.competitors = competitors;
        this.numbers = numbers;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return ResearchRepository.RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.MARKET_RESEARCH;
    }

    @Override
    public Class<MarketResearch> entity() {
        return MarketResearch.class;
    }

    @Override
    public List<Column> columns() {
        return ResearchColumns.all(customFields.of(ResearchRepository.RESOURCE));
    }

    @Override
    public Optional<String> groupBy() {
        return Optional.of("externalId");
    }

    @Override
    public ResearchRow read(RowValues row) {
        return ResearchColumns.read(row, customFields.of(ResearchRepository.RESOURCE));
    }

    @Override
    public DomainEvent removed(MarketResearch piece) {
        return piece.remove();
    }

    @Override
    public DomainEvent restored(MarketResearch piece, Set<String> fields) {
        return piece.updated(fields);
    }

    @Override
    public RowWriter<ResearchRow, MarketResearch> writer(List<ImportRow<ResearchRow>> rows) {
        var customers = rows.stream()
                .filter(row -> row.command().customer() != null)
                .map(ResearchWriter::customerKey)
                .collect(Collectors.toSet());
        var names = rows.stream()
                .map(row -> row.command().competitor())
                .filter(Objects::nonNull)
                .flatMap(mentions -> mentions.stream().map(Intelligence::competitor))
                .collect(Collectors.toSet());
        return new ResearchWriter(
                references.findByExternalId(EventFamily.CUSTOMER, customers),
                competitors.byName(names),
                numbers,
                customFields);
    }
}
