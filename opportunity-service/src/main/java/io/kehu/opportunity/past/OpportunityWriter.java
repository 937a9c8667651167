package io.kehu.opportunity.past;

import io.kehu.events.CustomFields;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityEvent.StageEntry;
import io.kehu.opportunity.AmountSource;
import io.kehu.opportunity.Opportunities;
import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.OpportunityFields;
import io.kehu.opportunity.OpportunityLine;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes the deals of one chunk.
 *
 * @param known stage times told before, by deal
 * @param given how many it has given whom
 */
record OpportunityWriter(
        RowPipelines pipelines,
        RowReferences.Found references,
        Map<UUID, Set<StageEntry>> known,
        Map<String, String> lostReasons,
        Numbers numbers,
        RowOwners owners,
        CustomFieldRules customFields,
        Map<String, Long> given)
        implements RowWriter<OpportunityRow, Opportunity> {

    /** The customer is told by its id here, so a row that names one differs; {@link #update} then has the last word. */
    @Override
    public OpportunityRow current(Opportunity existing) {
        var fields = existing.fields();
        return new OpportunityRow(
                fields.name(),
                existing.owner(),
                existing.team(),
                null,
                Objects.toString(fields.customerId(), null),
                null,
                fields.pipeline(),
                fields.stage(),
                fields.openedAt(),
                existing.closedAt(),
                existing.amount(),
                fields.expectedCloseDate(),
                fields.source(),
                existing.lostReason(),
                fields.nextStep(),
                fields.description(),
                null,
                fields.tags(),
                fields.customFields(),
                null,
                RowOwners.texts(fields.split()),
                Objects.toString(fields.campaignId(), null),
                RowReferences.namesOf(fields.competitors()));
    }

    @Override
    public Change create(ImportRow<OpportunityRow> row) {
        var command = row.command();
        var customerId = command.customer() == null ? null : customerId(row);
        var lines = command.product() == null ? List.<OpportunityLine>of() : List.of(line(row));
        var name = command.name() == null ? defaultName(row, lines) : command.name();
        var fields = fields(command, null, name, customerId, AmountSource.STATED, lines);
        var owner = owners.ofNew(command, fields, given);
        var deal = new PastDeal(owner.owner(), owner.team(), fields, stages(command, null));
        var opportunity = Opportunity.ofThePast(numbers.next(Opportunity.NUMBER_PREFIX), deal);
        return Change.past(opportunity, opportunity.imported(deal), deal.occurredAt());
    }

    @Override
    public Optional<Change> update(Opportunity existing, ImportRow<OpportunityRow> row) {
        var command = row.command();
        var before = existing.fields();
        var owner = owners.of(command, existing);
        var name = command.name() == null ? before.name() : command.name();
        var sameAmount = command.amount() == null || command.amount().equals(existing.amount());
        var amountSource = sameAmount ? before.amountSource() : AmountSource.STATED;
        var fields = fields(command, before, name, customerId(row, before), amountSource, lines(row, before));
        var deal = new PastDeal(owner, command.team(), fields, stages(command, existing));
        return existing.takeOver(deal, known.getOrDefault(existing.id(), Set.of()))
                .map(event -> event instanceof OpportunityEvent.Imported
                        ? Change.past(existing, event, deal.occurredAt())
                        : Change.now(existing, event));
    }

    /** @param before what stays of a deal that a row does not tell of, or null if it is new */
    private OpportunityFields fields(
            OpportunityRow row,
            OpportunityFields before,
            String name,
            UUID customerId,
            AmountSource amountSource,
            List<OpportunityLine> lines) {
        return new OpportunityFields(
                name,
                customerId,
                null,
                amountSource == AmountSource.LINES ? null : row.amount(),
                amountSource,
                row.expectedCloseDate(),
                row.openedAt(),
                row.source(),
                row.nextStep(),
                row.description(),
                lines,
                null,
                references.campaign(row, before == null ? null : before.campaignId()),
                before == null ? null : before.contacts(),
                references.competitors(row, before == null ? List.of() : before.competitors()),
                owners.split(row, before == null ? List.of() : before.split()),
                before == null ? null : before.exchangeRate(),
                before == null ? null : before.statedProbability(),
                row.tags(),
                ownFields(row, before));
    }

    private CustomFields ownFields(OpportunityRow row, OpportunityFields before) {
        var present = before == null ? null : before.customFields();
        return customFields.settled(Opportunities.RESOURCE, present, row.customFields());
    }

    private UUID customerId(ImportRow<OpportunityRow> row, OpportunityFields before) {
        var stated = row.command().customer();
        if (stated == null) {
            return null;
        }
        return stated.equals(String.valueOf(before.customerId())) ? before.customerId() : customerId(row);
    }

    private UUID customerId(ImportRow<OpportunityRow> row) {
        return references
                .customer(row)
                .orElseThrow(() -> unknown("customer", row.command().customer()))
                .id();
    }

    /** The lines stay if they are about the product already. */
    private List<OpportunityLine> lines(ImportRow<OpportunityRow> row, OpportunityFields before) {
        if (row.command().product() == null) {
            return before.lines();
        }
        var stated = line(row);
        var there = before.lines().stream().anyMatch(line -> line.productId().equals(stated.productId()));
        return there ? before.lines() : List.of(stated);
    }

    private OpportunityLine line(ImportRow<OpportunityRow> row) {
        var product = references
                .product(row)
                .orElseThrow(() -> unknown("product", row.command().product()));
        return OpportunityLine.one(product.id(), product.name());
    }

    private PastStages stages(OpportunityRow row, Opportunity existing) {
        return PastStages.of(lost(row), pipelines.of(row, existing), existing);
    }

    private OpportunityRow lost(OpportunityRow row) {
        var stated = row.lostReason();
        if (stated != null && !lostReasons.containsKey(stated)) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField(
                            "lostReason",
                            "opportunity.lost-reason-unknown",
                            stated,
                            String.join(", ", Set.copyOf(lostReasons.values())))));
        }
        return stated == null ? row : row.lostFor(lostReasons.get(stated));
    }

    private static Invalid unknown(String field, String key) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, "reference.unknown", field, key)));
    }

    private static String defaultName(ImportRow<OpportunityRow> row, List<OpportunityLine> lines) {
        if (!lines.isEmpty()) {
            return lines.getFirst().product();
        }
        return row.externalId() == null
                ? "Row " + row.number()
                : row.externalId().externalId();
    }
}
