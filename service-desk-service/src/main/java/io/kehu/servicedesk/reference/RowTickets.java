package io.kehu.servicedesk.reference;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.Ticket;
import io.kehu.servicedesk.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the tickets that the rows of a chunk name, in few look-ups. */
@ApplicationScoped
public class RowTickets {

    /** The source of rows that name none, as of their own external ids. */
    private static final String DEFAULT_SOURCE = "import";

    private final Tickets tickets;
    private final ExternalIds externalIds;

    RowTickets(Tickets tickets, ExternalIds externalIds) {
        this.tickets = tickets;
        this.externalIds = externalIds;
    }

    /** What a row says of its ticket: its number, or its key in the row's own system. */
    public interface NamesTicket {

        /** Null for none. */
        String ticket();
    }

    /** What was found, as far as the importing user may see it. */
    public record Found(Map<String, Ticket> byNumber, Map<ExternalId, UUID> ids, Map<UUID, Ticket> byId) {

        /** Null if the row names none; fails with 422 if there is no such ticket. */
        public <R extends Record & NamesTicket> Ticket of(ImportRow<R> row) {
            var name = row.command().ticket();
            if (name == null) {
                return null;
            }
            var found = byNumber.getOrDefault(name, byId.get(ids.get(key(row))));
            if (found == null) {
                throw new Invalid(
                        "validation.failed", List.of(new InvalidField("ticket", "reference.unknown", "ticket", name)));
            }
            return found;
        }
    }

    public <R extends Record & NamesTicket> Found of(List<ImportRow<R>> rows) {
        var naming = rows.stream().filter(row -> row.command().ticket() != null).toList();
        var numbers =
                naming.stream().map(row -> row.command().ticket()).distinct().toList();
        var ids = externalIds.find(
                EventFamily.TICKET,
                naming.stream().map(RowTickets::key).distinct().toList());
        return new Found(
                tickets.findByNumber(numbers).stream().collect(Collectors.toMap(Ticket::number, Function.identity())),
                ids,
                tickets.find(ids.values()).stream().collect(Collectors.toMap(Ticket::id, Function.identity())));
    }

    private static <R extends Record & NamesTicket> ExternalId key(ImportRow<R> row) {
        var own = row.externalId();
        return new ExternalId(
                own == null ? DEFAULT_SOURCE : own.source(), row.command().ticket());
    }
}
