package io.kehu.opportunity.lead;

import io.kehu.opportunity.assignment.AssignTo;
import io.kehu.opportunity.assignment.Assignee;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.campaign.Campaign;
import io.kehu.platform.access.Caller;
import io.kehu.platform.directory.Directory;
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
import java.util.UUID;

/**
 * Writes the leads of one chunk.
 *
 * @param campaigns those that its rows name, by number
 * @param given     how many it has given whom
 */
record LeadWriter(
        Numbers numbers,
        Directory directory,
        LeadTerms terms,
        LeadCandidates candidates,
        AutoAssignment assignment,
        Map<String, Campaign> campaigns,
        Map<String, Long> given)
        implements RowWriter<LeadRow, Lead> {

    @Override
    public LeadRow current(Lead existing) {
        var fields = existing.fields();
        return new LeadRow(
                fields, Objects.toString(fields.campaignId(), null), existing.owner(), existing.team(), null);
    }

    @Override
    public Change create(ImportRow<LeadRow> row) {
        var caller = Caller.current();
        var command = row.command();
        var owner = command.owner() == null ? caller.username() : command.owner();
        var team = command.owner() == null && command.team() == null
                ? caller.team()
                : directory.teamOfThePast("owner", owner, command.team());
        var lead = new Lead(
                numbers.next(Lead.NUMBER_PREFIX),
                owner,
                team,
                terms.settle(null, command.fields().from(campaign(null, command.campaign()))));
        var assignee = command.assign() == AssignTo.AUTO
                ? assignment.next(candidates.of(lead.fields()), given)
                : Optional.<Assignee>empty();
        assignee.ifPresent(chosen -> lead.place(chosen.username(), chosen.team()));
        return Change.now(
                lead, lead.created(List.of(), assignee.map(Assignee::rule).orElse(null)));
    }

    @Override
    public Optional<Change> update(Lead existing, ImportRow<LeadRow> row) {
        var command = row.command();
        var current = existing.fields();
        var fields = terms.settle(current, command.fields().from(campaign(current.campaignId(), command.campaign())));
        if (!Objects.equals(command.owner(), existing.owner())) {
            directory.teamOfThePast("owner", command.owner(), command.team());
        }
        return existing.restate(fields, command.owner(), command.team()).map(event -> Change.now(existing, event));
    }

    /** @param named as the row has it: the present one by its id where the file says nothing */
    private UUID campaign(UUID present, String named) {
        if (named == null || named.equals(Objects.toString(present, null))) {
            return named == null ? null : present;
        }
        var campaign = campaigns.get(named);
        if (campaign == null) {
            throw new Invalid(
                    "validation.failed", List.of(new InvalidField("campaign", "reference.unknown", "campaign", named)));
        }
        return campaign.id();
    }
}
