package io.kehu.opportunity.assignment;

import io.kehu.opportunity.assignment.AssignmentRule.Subject;
import io.kehu.platform.assignment.Absences;
import io.kehu.platform.assignment.Turns;
import io.kehu.platform.dictionary.Dictionaries;
import io.kehu.platform.dictionary.DictionaryEntry;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.operations.WaitingLine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives what comes in to people by rules 自动分配. Who may be chosen is asked before the transaction opens, because the
 * directory is another service; whose turn it is is decided within, by one transaction of a team after the other.
 */
@ApplicationScoped
public class AutoAssignment {

    /** Describes the parameter {@code assign} where something is made. */
    public static final String PARAMETER =
            "auto 自动分配 gives what is made to whom the assignment rules choose, and to the caller if none fits";

    private final AssignmentRules rules;
    private final Dictionaries dictionaries;
    private final Places places;
    private final Directory directory;
    private final Absences absences;
    private final Turns turns;
    private final Loads loads;
    private final WaitingLine line = new WaitingLine();

    AutoAssignment(
            AssignmentRules rules,
            Dictionaries dictionaries,
            Places places,
            Directory directory,
            Absences absences,
            Turns turns,
            Loads loads) {
        this.rules = rules;
        this.dictionaries = dictionaries;
        this.places = places;
        this.directory = directory;
        this.absences = absences;
        this.turns = turns;
        this.loads = loads;
    }

    /** Whom the first rule names that fits; empty if none does. What is null is not known of what comes in. */
    public Optional<Candidates> candidates(Subject subject, String source, String region, String industry) {
        var regions = places.named(region);
        var industries = withAllAbove(industry);
        return rules.all().stream()
                .filter(view -> view.rule().fits(subject, source, regions, industries))
                .findFirst()
                .map(view -> candidates(view.rule()));
    }

    private Candidates candidates(AssignmentRule rule) {
        return new Candidates(rule.name(), rule.subject(), rule.method(), rule.team(), absences.present(members(rule)));
    }

    private List<String> members(AssignmentRule rule) {
        return rule.members().isEmpty()
                ? directory.activeMembers(rule.team())
                : rule.members().stream().distinct().filter(directory::mayOwn).toList();
    }

    private Set<String> withAllAbove(String industry) {
        var above = new LinkedHashSet<String>();
        if (industry != null) {
            above.add(industry);
            var dictionary = dictionaries.of("industries");
            for (var entry = dictionary.find(industry);
                    entry.isPresent();
                    entry = entry.map(DictionaryEntry::parent).flatMap(dictionary::entry)) {
                above.add(entry.get().code());
            }
        }
        return above;
    }

    /**
     * Does {@code work}, which takes a turn, when it is the next of its team. Within a transaction, which may have other turns in
     * its hand, it is the database that lets it wait.
     */
    public <T> T inTurn(Candidates candidates, Supplier<T> work) {
        var waits = candidates != null && QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION;
        return line.inTurn(waits ? candidates.queue() : null, work);
    }

    /** Whose turn it is; empty without candidates, or if all are away. The turn is taken if the current transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Assignee> next(Candidates candidates) {
        return next(candidates, new HashMap<>());
    }

    /** @param given how much the current transaction has given whom that the database does not know of yet; this is added */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Assignee> next(Candidates candidates, Map<String, Long> given) {
        if (candidates == null) {
            return Optional.empty();
        }
        var chosen = turns.take(candidates.queue(), candidates.usernames(), () -> loads.of(candidates, given));
        chosen.ifPresent(username -> given.merge(username, 1L, Long::sum));
        return chosen.map(username -> new Assignee(username, candidates.team(), candidates.rule()));
    }
}
