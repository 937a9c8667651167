package io.kehu.servicedesk.improvement;

import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.type.TypeNames;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes the improvement actions of one chunk. */
record ImprovementWriter(ImprovementService service, RowCustomers.Found customers, TypeNames types, Directory directory)
        implements RowWriter<ImprovementRow, Improvement> {

    /** The customer is told by its id here, so a row that names one differs; {@link #update} then has the last word. */
    @Override
    public ImprovementRow current(Improvement existing) {
        var fields = existing.fields();
        return new ImprovementRow(
                fields,
                fields.kind(),
                fields.days(),
                fields.ticketType(),
                null,
                null,
                existing.owner(),
                existing.team());
    }

    @Override
    public Change create(ImportRow<ImprovementRow> row) {
        var owner = directory.ownerOfNew(row.command().owner(), row.command().team());
        var improvement = service.make(owner, fields(row, Set.of(), Set.of()));
        return Change.now(improvement, improvement.opened());
    }

    @Override
    public Optional<Change> update(Improvement existing, ImportRow<ImprovementRow> row) {
        var before = existing.fields();
        return service.update(existing, fields(row, before.surveys(), before.tickets()))
                .map(event -> Change.now(existing, event));
    }

    /** What a row cannot say stays as it is. */
    private ImprovementFields fields(ImportRow<ImprovementRow> row, Set<UUID> surveys, Set<UUID> tickets) {
        var command = row.command();
        var stated = command.fields();
        return new ImprovementFields(
                stated.name(),
                stated.description(),
                command.kind(),
                stated.dimension(),
                command.customer() == null ? stated.customerId() : customers.require(row),
                stated.productId(),
                types.require("type", command.type()),
                stated.ticketCategory(),
                stated.agent(),
                stated.questionnaire(),
                command.days(),
                stated.dueOn(),
                surveys,
                tickets);
    }
}
