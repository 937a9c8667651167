package io.kehu.platform.assignment;

import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose turn it is in a queue, kept in the table {@code assignment_turn} of a service. The lock is held until the transaction
 * ends, so that the next one sees this turn taken, or not taken at all.
 */
@ApplicationScoped
public class Turns {

    private final Statements statements;

    Turns(Statements statements) {
        this.statements = statements;
    }

    /**
     * Of those with the least load whoever has waited longest; empty if there is nobody. The turn is taken if the current
     * transaction commits.
     *
     * @param queue     for instance that of a team
     * @param usernames in the order in which they take their first turns
     * @param loads     asked when nobody else can take a turn; nothing for whoever is not in it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<String> take(String queue, List<String> usernames, Supplier<Map<String, Long>> loads) {
        statements.lock("assignment:" + queue);
        var turns = last(queue);
        var load = loads.get();
        var chosen = usernames.stream()
                .min(Comparator.comparingLong((String name) -> load.getOrDefault(name, 0L))
                        .thenComparingLong(name -> turns.getOrDefault(name, 0L))
                        .thenComparingInt(usernames::indexOf));
        chosen.ifPresent(name -> keep(queue, name));
        return chosen;
    }

    private Map<String, Long> last(String queue) {
        return counts("select username, last_turn from assignment_turn where queue = ?", queue);
    }

    /** What a statement that tells a name and a number in each row tells, for instance how much work everybody has. */
    public Map<String, Long> counts(String sql, Object... parameters) {
        var counts = new HashMap<String, Long>();
        statements.list(sql, row -> counts.put(row.getString(1), row.getLong(2)), parameters);
        return counts;
    }

    private void keep(String queue, String username) {
        statements.change("""
                        insert into assignment_turn (queue, username, last_turn)
                        values (?, ?, nextval('assignment_turn_number'))
                        on conflict (queue, username) do update set last_turn = excluded.last_turn""", queue, username);
    }
}
