package io.kehu.opportunity.past;

import io.kehu.opportunity.DealCandidates;
import io.kehu.opportunity.Opportunity;
import io.kehu.opportunity.OpportunityFields;
import io.kehu.opportunity.TeamShare;
import io.kehu.opportunity.assignment.AssignTo;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.exchange.RowValues;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose the deals of an import are. */
@ApplicationScoped
class RowOwners {

    private final Directory directory;
    private final DealCandidates candidates;
    private final AutoAssignment assignment;

    RowOwners(Directory directory, DealCandidates candidates, AutoAssignment assignment) {
        this.directory = directory;
        this.candidates = candidates;
        this.assignment = assignment;
    }

    static AssignTo assign(RowValues row) {
        var assign = row.choice("assign", AssignTo.class);
        if (assign == AssignTo.AUTO && row.text("owner") != null) {
            row.refuse("assign", "assignment.owner-given");
        }
        return assign;
    }

    /** In order, so that it can be compared; null if the row says nothing. */
    static List<String> split(RowValues row) {
        var texts = row.texts("split");
        if (texts == null) {
            return null;
        }
        var shares = texts.stream().map(TeamShare::parse).toList();
        if (shares.stream().anyMatch(Optional::isEmpty)) {
            row.refuse("split", "opportunity.split-form", String.join(";", texts));
            return null;
        }
        return texts(shares.stream().flatMap(Optional::stream).toList());
    }

    static List<String> texts(List<TeamShare> split) {
        return split.isEmpty()
                ? null
                : split.stream().map(TeamShare::text).sorted().toList();
    }

    /** @param present what is there of the deal; who shares in it already keeps his team, and may have left */
    List<TeamShare> split(OpportunityRow row, List<TeamShare> present) {
        if (row.split() == null || row.split().equals(texts(present))) {
            return row.split() == null ? null : present;
        }
        var teams = new HashMap<String, String>();
        present.forEach(share -> teams.put(share.username(), share.team()));
        return row.split().stream()
                .flatMap(text -> TeamShare.parse(text).stream())
                .map(share -> new TeamShare(
                        share.username(),
                        teams.containsKey(share.username())
                                ? teams.get(share.username())
                                : directory.teamOfThePast("split", share.username(), null),
                        share.share()))
                .toList();
    }

    /** @param given how many the chunk has given whom */
    Assignment ofNew(OpportunityRow row, OpportunityFields fields, Map<String, Long> given) {
        if (row.assign() == AssignTo.AUTO) {
            var chosen = assignment.next(candidates.of(fields), given);
            if (chosen.isPresent()) {
                return new Assignment(chosen.get().username(), chosen.get().team());
            }
        }
        var caller = Caller.current();
        var owner = row.owner() == null ? caller.username() : row.owner();
        return new Assignment(
                owner,
                row.owner() == null && row.team() == null
                        ? caller.team()
                        : directory.teamOfThePast("owner", owner, row.team()));
    }

    /** Who is to have a deal that is here already. */
    String of(OpportunityRow row, Opportunity existing) {
        var owner = row.owner() == null ? existing.owner() : row.owner();
        if (!owner.equals(existing.owner())) {
            directory.teamOfThePast("owner", owner, row.team());
        }
        return owner;
    }
}
