package io.kehu.opportunity.competitor;

import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Judges what users write of a competitor: that its name is its own, and the company's own fields. */
@ApplicationScoped
class CompetitorTerms {

    private final CompetitorRepository competitors;
    private final CustomFieldRules rules;

    CompetitorTerms(CompetitorRepository competitors, CustomFieldRules rules) {
        this.competitors = competitors;
        this.rules = rules;
    }

    /**
     * The fields as they are kept.
     *
     * @param current the present fields, or null if the competitor is new
     */
    CompetitorFields settle(CompetitorFields current, CompetitorFields wanted) {
        if (current == null
                || !CompetitorRepository.key(current.name()).equals(CompetitorRepository.key(wanted.name()))) {
            requireFree(wanted.name());
        }
        return wanted.with(rules.settled(
                CompetitorRepository.RESOURCE, current == null ? null : current.customFields(), wanted.customFields()));
    }

    /** Fails with 409 if another has this name. */
    void requireFree(String name) {
        if (!competitors.named(List.of(CompetitorRepository.key(name))).isEmpty()) {
            throw new Conflict("competitor.name-taken", name);
        }
    }
}
