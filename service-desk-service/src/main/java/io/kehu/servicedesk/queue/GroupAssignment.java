package io.kehu.servicedesk.queue;

import io.kehu.events.TicketState;
import io.kehu.platform.directory.Directory;
import io.kehu.platform.operations.WaitingLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives the tickets of a group to its members 自动分派. Who may be given any is asked before the transaction opens, because
 * the directory is another service; whose turn it is is decided within, by one transaction of a group after the other.
 */
@ApplicationScoped
public class GroupAssignment {

    private final SupportGroups groups;
    private final Directory directory;
    private final Turns turns;
    private final WaitingLine line = new WaitingLine();

    GroupAssignment(SupportGroups groups, Directory directory, Turns turns) {
        this.groups = groups;
        this.directory = directory;
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
        var members = group.members().stream()
                .filter(member -> directory.mayOwn(member.username()))
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
        return candidates == null ? Optional.empty() : turns.take(candidates, ticket);
    }
}
