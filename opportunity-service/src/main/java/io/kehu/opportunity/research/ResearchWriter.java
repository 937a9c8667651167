package io.kehu.opportunity.research;

import io.kehu.events.ExternalId;
import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.reference.KnownRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the market research of one chunk.
 *
 * @param customers   those that its rows name
 * @param competitors those that its rows name, by the name; of others the name alone is kept
 */
record ResearchWriter(
        Map<ExternalId, KnownRecord> customers,
        Map<String, UUID> competitors,
        Numbers numbers,
        CustomFieldRules customFields)
        implements RowWriter<ResearchRow, MarketResearch> {

    /** The customer is told by its id here, so a row that names one differs; {@link #update} then has the last word. */
    @Override
    public ResearchRow current(MarketResearch existing) {
        var fields = existing.fields();
        return new ResearchRow(
                fields.finding(fields.customerId(), null, null),
                Objects.toString(fields.customerId(), null),
                null,
                fields.needs().isEmpty() ? null : fields.needs(),
                fields.intelligence().isEmpty() ? null : fields.intelligence());
    }

    @Override
    public Change create(ImportRow<ResearchRow> row) {
        var caller = Caller.current();
        var piece = new MarketResearch(
                numbers.next(MarketResearch.NUMBER_PREFIX), caller.username(), caller.team(), settled(null, row));
        return Change.now(piece, piece.created());
    }

    @Override
    public Optional<Change> update(MarketResearch existing, ImportRow<ResearchRow> row) {
        return existing.update(settled(existing.fields(), row)).map(event -> Change.now(existing, event));
    }

    private ResearchFields settled(ResearchFields before, ImportRow<ResearchRow> row) {
        var command = row.command();
        var customerId = customer(before == null ? null : before.customerId(), row);
        var present = before == null ? null : before.customFields();
        return command.fields()
                .finding(customerId, command.need(), linked(before, command.competitor()))
                .with(customFields.settled(
                        ResearchRepository.RESOURCE, present, command.fields().customFields()));
    }

    /** What stands under a name already is about the same competitor as before. */
    private List<Intelligence> linked(ResearchFields before, List<Intelligence> stated) {
        if (stated == null) {
            return null;
        }
        var ids = new HashMap<>(competitors);
        if (before != null) {
            before.intelligence().stream()
                    .filter(known -> known.competitorId() != null)
                    .forEach(known -> ids.put(known.competitor(), known.competitorId()));
        }
        return stated.stream().map(each -> each.of(ids.get(each.competitor()))).toList();
    }

    private UUID customer(UUID present, ImportRow<ResearchRow> row) {
        var named = row.command().customer();
        if (named == null || named.equals(Objects.toString(present, null))) {
            return named == null ? null : present;
        }
        var customer = customers.get(customerKey(row));
        if (customer == null) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("customer", "reference.unknown", "customer", named)));
        }
        return customer.id();
    }

    static ExternalId customerKey(ImportRow<ResearchRow> row) {
        return row.naming(row.command().customerSource(), row.command().customer());
    }
}
