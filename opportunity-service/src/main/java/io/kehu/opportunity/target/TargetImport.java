package io.kehu.opportunity.target;

import io.kehu.events.DomainEvent;
import io.kehu.events.EventFamily;
import io.kehu.events.TargetEvent;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.directory.Directory;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How sales targets come in by file, a row for each subject, metric and year. */
@ApplicationScoped
class TargetImport implements RowImport<TargetFields, Target> {

    private final TargetRepository targets;
    private final Numbers numbers;
    private final Directory directory;
    private final CustomFieldRules customFields;

    TargetImport(TargetRepository targets, Numbers numbers, Directory directory, CustomFieldRules customFields) {
        this.targets = targets;
        this.numbers = numbers;
        this.directory = directory;
        this.customFields = customFields;
    }

    @Override
    public String resource() {
        return TargetRepository.RESOURCE;
    }

    @Override
    public EventFamily family() {
        return EventFamily.TARGET;
    }

    @Override
    public Class<Target> entity() {
        return Target.class;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.choice(Target.SubjectKind.class, "subjectKind", "Subject kind", "目标对象")
                        .needed(),
                Column.text("subject", "Subject", "部门或用户")
                        .described("Path of the team, or username; nothing for the company", "部门路径或用户名，公司目标留空"),
                Column.choice(Target.Metric.class, "metric", "Metric", "指标").needed(),
                Column.of(ColumnType.INTEGER, "year", "Year", "年度").needed(),
                Column.text("currency", "Currency", "币种")
                        .described("ISO 4217; nothing for a count", "ISO 4217 币种代码，数量目标留空")));
        TargetMonths.columns().forEach(columns::add);
        columns.add(Column.of(ColumnType.TEXTS, "tags", "Tags", "标签"));
        columns.addAll(CustomColumns.of(customFields.of(TargetRepository.RESOURCE)));
        return List.copyOf(columns);
    }

    @Override
    public List<?> unique(TargetFields command) {
        return List.of(Arrays.asList(command.subjectKind(), command.subject(), command.metric(), command.year()));
    }

    @Override
    public TargetFields read(RowValues row) {
        var tags = row.texts("tags");
        return new TargetFields(
                row.choice("subjectKind", Target.SubjectKind.class),
                row.text("subject"),
                row.choice("metric", Target.Metric.class),
                row.integer("year"),
                row.text("currency"),
                TargetMonths.read(row),
                tags == null ? null : Set.copyOf(tags),
                CustomColumns.read(customFields.of(TargetRepository.RESOURCE), row));
    }

    @Override
    public DomainEvent removed(Target target) {
        return target.remove();
    }

    @Override
    public DomainEvent restored(Target target, Set<String> fields) {
        return new TargetEvent.Set();
    }

    @Override
    public RowWriter<TargetFields, Target> writer(List<ImportRow<TargetFields>> rows) {
        return new Writer();
    }

    private final class Writer implements RowWriter<TargetFields, Target> {

        @Override
        public TargetFields current(Target existing) {
            return existing.fields();
        }

        @Override
        public Change create(ImportRow<TargetFields> row) {
            var fields = settled(null, row.command());
            var whose = Subject.of(fields, directory).requireInScope();
            var target = new Target(numbers.next(Target.NUMBER_PREFIX), whose, fields);
            targets.requireNew(fields);
            return Change.now(target, target.created());
        }

        @Override
        public Optional<Change> update(Target existing, ImportRow<TargetFields> row) {
            return existing.update(settled(existing.fields(), row.command())).map(event -> Change.now(existing, event));
        }

        private TargetFields settled(TargetFields current, TargetFields stated) {
            var present = current == null ? null : current.customFields();
            return stated.with(customFields.settled(TargetRepository.RESOURCE, present, stated.customFields()));
        }
    }
}
