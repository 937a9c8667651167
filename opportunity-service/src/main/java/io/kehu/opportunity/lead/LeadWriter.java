package io.kehu.opportunity.lead;

import io.kehu.platform.access.Caller;
import io.kehu.platform.customfield.CustomColumns;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.exchange.ImportRow;
import io.kehu.platform.exchange.RowWriter;
import java.util.List;
import java.util.Optional;

/** Writes the leads of one chunk. */
record LeadWriter(Numbers numbers, Directory directory, LeadTerms terms) implements RowWriter<LeadRow, Lead> {

    @Override
    public LeadRow current(Lead existing) {
        return new LeadRow(existing.fields(), existing.owner(), existing.team());
    }

    @Override
    public Change create(ImportRow<LeadRow> row) {
        var caller = Caller.current();
        var command = row.command();
        var owner = command.owner() == null ? caller.username() : command.owner();
        var team = command.owner() == null && command.team() == null
                ? caller.team()
                : directory.teamOfThePast("owner", owner, command.team());
        var lead = new Lead(numbers.next(Lead.NUMBER_PREFIX), owner, team, terms.settle(null, command.fields()));
        return Change.now(lead, lead.created(List.of(), null));
    }

    @Override
    public Optional<Change> update(Lead existing, ImportRow<LeadRow> row) {
        var command = row.command();
        var current = existing.fields();
        var stated = command.fields();
        var fields = terms.settle(
                current,
                stated.with(stated.industry(), CustomColumns.over(current.customFields(), stated.customFields())));
        if (!command.owner().equals(existing.owner())) {
            directory.teamOfThePast("owner", command.owner(), command.team());
        }
        return existing.restate(fields, command.owner(), command.team()).map(event -> Change.now(existing, event));
    }
}
