package io.kehu.servicedesk.past;

import io.kehu.platform.access.Caller;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.servicedesk.Ticket;
import io.kehu.servicedesk.TicketFields;
import io.kehu.servicedesk.priority.PriorityMatrix;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.sla.SlaClocks;
import io.kehu.servicedesk.type.TypeNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the tickets of one chunk. */
record TicketWriter(
        RowCustomers.Found customers,
        TypeNames types,
        PriorityMatrix matrix,
        Numbers numbers,
        Directory directory,
        SlaClocks clocks)
        implements RowWriter<TicketRow, Ticket> {

    /** The customer is told by its id here, so a row that names one differs; {@link #update} then has the last word. */
    @Override
    public TicketRow current(Ticket existing) {
        return new TicketRow(
                existing.fields(), existing.course(), existing.fields().type(), null, customerOf(existing));
    }

    private static String customerOf(Ticket existing) {
        var id = existing.fields().customerId();
        return id == null ? null : id.toString();
    }

    @Override
    public Change create(ImportRow<TicketRow> row) {
        var caller = Caller.current();
        var command = row.command();
        var customerId = command.customer() == null ? null : customers.require(row);
        var course = command.course().withAgent(directory::knows);
        var team = course.assignee() == null
                ? null
                : directory.teamOfThePast("assignee", course.assignee(), course.team());
        var ticket = Ticket.ofPast(
                numbers.next(Ticket.NUMBER_PREFIX),
                caller.username(),
                team == null ? caller.team() : team,
                fields(command).ofCustomer(customerId),
                course,
                matrix);
        return Change.past(ticket, course.told(), lastUpdate(row));
    }

    @Override
    public Optional<Change> update(Ticket existing, ImportRow<TicketRow> row) {
        var command = row.command();
        var known = existing.course().assignee();
        var course = command.course().withAgent(name -> name.equals(known) || directory.knows(name));
        return existing.takeOver(fields(command).ofCustomer(customerId(existing, row)), course, matrix)
                .map(event -> Change.past(existing, event, lastUpdate(row)));
    }

    @Override
    public List<Change> following(List<Change> changes) {
        return clocks.ofPast(changes.stream()
                .map(change -> ((Ticket) change.aggregate()).state())
                .toList());
    }

    private TicketFields fields(TicketRow command) {
        return command.fields().ofType(types.require("type", command.type()));
    }

    private UUID customerId(Ticket existing, ImportRow<TicketRow> row) {
        var stated = row.command().customer();
        if (stated == null) {
            return null;
        }
        return stated.equals(customerOf(existing)) ? existing.fields().customerId() : customers.require(row);
    }

    private static Instant lastUpdate(ImportRow<TicketRow> row) {
        return row.command().course().updates().getLast().at();
    }
}
