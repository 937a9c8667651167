package io.kehu.opportunity.research;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.events.MarketResearchState;
import io.kehu.events.Money;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.exchange.SeveralRows;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How market research goes out as a file, which an import takes back: needs and competitors side by side, row by row. */
@ApplicationScoped
class ResearchExport implements RowExport<MarketResearch> {

    private final ResearchRepository research;
    private final ResearchImport imports;

    ResearchExport(ResearchRepository research, ResearchImport imports) {
        this.research = research;
        this.imports = imports;
    }

    @Override
    public String resource() {
        return ResearchRepository.RESOURCE;
    }

    @Override
    public AggregateRepository<MarketResearch> repository() {
        return research;
    }

    /** The customer by its id, which no other system need have a key for; an import leaves it as it is. */
    @Override
    public List<Column> columns() {
        var known = imports.columns().stream().filter(column -> !column.field().startsWith("customer"));
        var further = Stream.of(
                Column.text("customerId", "Customer id", "客户ID"),
                Column.text("owner", "Owner", "负责人"),
                Column.text("team", "Team", "所属部门"));
        return Stream.concat(known, further).toList();
    }

    @Override
    public Function<MarketResearch, Rows> views(List<MarketResearch> records) {
        return piece -> Rows.of(piece.view());
    }

    record Rows(List<Row> rows) implements SeveralRows {

        static Rows of(ResearchView view) {
            var needs = view.state().needs();
            var intelligence = view.state().intelligence();
            return new Rows(IntStream.range(0, Math.max(1, Math.max(needs.size(), intelligence.size())))
                    .mapToObj(index -> new Row(
                            index < needs.size() ? Asked.of(needs.get(index)) : null,
                            index < intelligence.size() ? Heard.of(intelligence.get(index)) : null,
                            view))
                    .toList());
        }
    }

    record Row(
            @JsonUnwrapped Asked need,
            @JsonUnwrapped Heard competitor,
            @JsonUnwrapped ResearchView view) {}

    /** A need under the names of its columns. */
    record Asked(String need, String needCategory, String needPriority, Money needBudget, String needTiming) {

        static Asked of(MarketResearchState.Need need) {
            return new Asked(need.text(), need.productCategory(), need.priority(), need.budget(), need.timing());
        }
    }

    /** What is known of a competitor, likewise. */
    record Heard(
            String competitor,
            String competitorProduct,
            Money competitorPrice,
            String competitorSource,
            String confidence,
            String finding) {

        static Heard of(MarketResearchState.Intelligence known) {
            return new Heard(
                    known.competitor(),
                    known.product(),
                    known.price(),
                    known.source(),
                    known.confidence(),
                    known.text());
        }
    }
}
