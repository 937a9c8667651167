package io.kehu.opportunity.target;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.exchange.Column;
import io.kehu.platform.exchange.RowExport;
import io.kehu.platform.listing.AggregateRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** How sales targets go out as a file, which an import takes back. */
@ApplicationScoped
class TargetExport implements RowExport<Target> {

    private final TargetRepository targets;
    private final TargetImport imports;

    TargetExport(TargetRepository targets, TargetImport imports) {
        this.targets = targets;
        this.imports = imports;
    }

    @Override
    public String resource() {
        return TargetRepository.RESOURCE;
    }

    @Override
    public AggregateRepository<Target> repository() {
        return targets;
    }

    @Override
    public List<Column> columns() {
        return imports.columns();
    }

    /** With a column for each month. */
    record Row(
            @JsonUnwrapped TargetView view, @JsonUnwrapped TargetMonths months) {

        static Row of(Target target) {
            var view = target.view();
            return new Row(view, TargetMonths.of(view.state().months()));
        }
    }

    @Override
    public Function<Target, Row> views(List<Target> records) {
        return Row::of;
    }
}
