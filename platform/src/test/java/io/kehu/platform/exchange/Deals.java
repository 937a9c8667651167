package io.kehu.platform.exchange;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.platform.eventlog.Aggregate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A description of rows to read in tests; nothing is written with it. */
final class Deals implements RowImport<Deals.Deal, Aggregate<?>> {

    private final String groupBy;

    Deals() {
        this(null);
    }

    Deals(String groupBy) {
        this.groupBy = groupBy;
    }

    enum Stage {
        OPEN,
        CLOSED_WON
    }

    record Step(Stage stage, LocalDate day) {}

    record Deal(String name, Stage stage, BigDecimal amount, LocalDate closedOn, List<Step> steps) {}

    @Override
    public String resource() {
        return "deals";
    }

    @Override
    public EventFamily family() {
        return EventFamily.OPPORTUNITY;
    }

    @Override
    public Class<Aggregate<?>> entity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("name", "Name", "名称").needed(),
                Column.choice(Stage.class, "stage", "Stage", "阶段"),
                Column.of(ColumnType.DECIMAL, "amount", "Amount", "金额"),
                Column.of(ColumnType.DATE, "closedOn", "Close date", "成交日期"));
    }

    @Override
    public Optional<String> groupBy() {
        return Optional.ofNullable(groupBy);
    }

    @Override
    public Deal read(RowValues row) {
        var steps = row.group().stream()
                .map(each -> new Step(each.choice("stage", Stage.class), each.date("closedOn")))
                .toList();
        return new Deal(
                row.text("name"),
                steps.getLast().stage(),
                row.decimal("amount"),
                steps.getLast().day(),
                steps);
    }

    @Override
    public RowWriter<Deal, Aggregate<?>> writer(List<ImportRow<Deal>> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainEvent removed(Aggregate<?> deal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DomainEvent restored(Aggregate<?> deal, Set<String> fields) {
        throw new UnsupportedOperationException();
    }
}
