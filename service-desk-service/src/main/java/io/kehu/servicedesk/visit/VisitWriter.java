package io.kehu.servicedesk.visit;

import io.kehu.events.VisitEvent;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.reference.RowTickets;
import java.util.List;
import java.util.Optional;

/** Writes the return visits of one chunk. */
record VisitWriter(RowCustomers.Found customers, RowTickets.Found tickets, Numbers numbers, Directory directory)
        implements RowWriter<VisitRow, Visit> {

    /** Ticket and customer are told by their ids here, so a row that names any differs; {@link #update} then has the last word. */
    @Override
    public VisitRow current(Visit existing) {
        return new VisitRow(existing.fields(), existing.end(), null, null, null, existing.owner(), existing.team());
    }

    @Override
    public Change create(ImportRow<VisitRow> row) {
        var end = row.command().end().judged();
        var fields = fields(row);
        var owner = owner(row.command(), end);
        var visit = Visit.told(numbers.next(Visit.NUMBER_PREFIX), owner.owner(), owner.team(), fields, end);
        return change(visit, end, end.told());
    }

    @Override
    public Optional<Change> update(Visit existing, ImportRow<VisitRow> row) {
        var end = row.command().end().judged();
        return existing.tell(fields(row), end).map(event -> change(existing, end, event));
    }

    private static Change change(Visit visit, VisitEnd end, VisitEvent event) {
        return end.isEnd() ? Change.past(visit, event, end.endedAt()) : Change.now(visit, event);
    }

    private VisitFields fields(ImportRow<VisitRow> row) {
        var fields = row.command().fields();
        var ticket = tickets.of(row);
        if (ticket != null) {
            fields = fields.ofTicket(ticket.id()).ofCustomer(ticket.fields().customerId());
        }
        if (row.command().customer() != null) {
            fields = fields.ofCustomer(customers.require(row));
        }
        if (fields.areOfNobody()) {
            throw new Invalid("validation.failed", List.of(new InvalidField("customer", "visit.of-nobody")));
        }
        return fields;
    }

    /** Who called may have left meanwhile. */
    private Assignment owner(VisitRow row, VisitEnd end) {
        return row.owner() == null || !end.isEnd()
                ? directory.ownerOfNew(row.owner(), row.team())
                : new Assignment(row.owner(), directory.teamOfThePast("owner", row.owner(), row.team()));
    }
}
