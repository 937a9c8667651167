package io.kehu.servicedesk.queue;

import io.kehu.events.TicketState;
import io.kehu.platform.assignment.Absences;
import io.kehu.platform.assignment.Turns;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.operations.WaitingLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives the tickets of a group to its members 自动分派. Who may be given any is asked before the transaction opens, because
 * the directory is another service; whose turn it is is decided within, by one transaction of a group after the other.
 */
@ApplicationScoped
public class GroupAssignment {

    private static final String OPEN = """
            select assignee, count(*) from ticket
            where assignee = any(?) and deleted_at is null
              and status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'REOPENED')
            group by assignee""";

    private final SupportGroups groups;
    private final Directory directory;
    private final Absences absences;
    private final Turns turns;
    private final WaitingLine line = new WaitingLine();

    GroupAssignment(SupportGroups groups, Directory directory, Absences absences, Turns turns) {
        this.groups = groups;
        this.directory = directory;
        this.absences = absences;
        this.turns = turns;
    }

    /** Who may be given the tickets of {@code group}; null if it is none that gives any by itself. */
    public Candidates candidates(String group) {
        return group == null
                ? null
                : groups.find(group)
                        .filter(view -> view.group().assigns())
                        .map(view -> candidates(view.key(), view.group()))
                        .orElse(null);
    }

    private Candidates candidates(String key, SupportGroup group) {
        var present = absences.present(
                group.members().stream().map(SupportGroup.Member::username).toList());
        var members = group.members().stream()
                .filter(member -> present.contains(member.username()) && directory.mayOwn(member.username()))
                .toList();
        return new Candidates(key, group.method(), group.team(), members);
    }

    /** Does {@code work}, which takes a turn, when it is the next of its group. */
    public <T> T inTurn(Candidates candidates, Supplier<T> work) {
        return line.inTurn(candidates == null ? null : candidates.group(), work);
    }

    /** Whose turn it is; empty if nobody may be given any. The turn is taken if the current transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> next(Candidates candidates, TicketState ticket) {
        if (candidates == null) {
            return Optional.empty();
        }
        var usernames = candidates.usernames(ticket);
        return turns.take(candidates.group(), usernames, () -> loads(candidates.method(), usernames));
    }

    private Map<String, Long> loads(SupportGroup.Method method, List<String> usernames) {
        return switch (method) {
            case LEAST_LOADED -> turns.counts(OPEN, (Object) usernames.toArray(String[]::new));
            case ROUND_ROBIN, MANUAL -> Map.of();
        };
    }
}
