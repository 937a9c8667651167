package io.kehu.opportunity.assignment;

import io.kehu.opportunity.assignment.AssignmentRule.Subject;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Whose turn it is in a team. The lock is held until the transaction ends, so that the next one sees this turn taken, or
 * not taken at all.
 */
@ApplicationScoped
class Turns {

    private static final String OPEN_LEADS = """
            select owner, count(*) as open from lead
             where owner = any(:names) and deleted_at is null and status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED')
             group by owner""";

    private static final String OPEN_OPPORTUNITIES = """
            select o.owner, count(*) as open from opportunity o join stage s on s.id = o.stage_id
             where o.owner = any(:names) and o.deleted_at is null and s.kind = 'OPEN'
             group by o.owner""";

    private final EntityManager entities;
    private final Statements statements;
    private final Absences absences;

    Turns(EntityManager entities, Statements statements, Absences absences) {
        this.entities = entities;
        this.statements = statements;
        this.absences = absences;
    }

    Optional<String> take(Candidates candidates) {
        lock(candidates);
        var names = candidates.usernames();
        var away = absences.away(names);
        var turns = lastTurns(candidates);
        var loads = loads(candidates);
        var chosen = names.stream()
                .filter(name -> !away.contains(name))
                .min(Comparator.comparingLong((String name) -> loads.getOrDefault(name, 0L))
                        .thenComparingLong(name -> turns.getOrDefault(name, 0L))
                        .thenComparingInt(names::indexOf));
        chosen.ifPresent(name -> keep(candidates, name));
        return chosen;
    }

    private void lock(Candidates candidates) {
        statements.lock("assignment:" + candidates.subject() + ":" + candidates.team());
    }

    private Map<String, Long> lastTurns(Candidates candidates) {
        var turns = new HashMap<String, Long>();
        session()
                .createNativeQuery(
                        "select username, last_turn from assignment_turn where subject = :subject and team = :team",
                        Tuple.class)
                .setParameter("subject", candidates.subject().name())
                .setParameter("team", candidates.team())
                .getResultList()
                .forEach(row -> turns.put(row.get(0, String.class), row.get(1, Long.class)));
        return turns;
    }

    private Map<String, Long> loads(Candidates candidates) {
        return switch (candidates.method()) {
            case ROUND_ROBIN -> Map.of();
            case LEAST_LOADED -> open(candidates.subject(), candidates.usernames());
        };
    }

    private Map<String, Long> open(Subject subject, List<String> names) {
        var sql = switch (subject) {
            case LEADS -> OPEN_LEADS;
            case OPPORTUNITIES -> OPEN_OPPORTUNITIES;
        };
        var loads = new HashMap<String, Long>();
        session()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("names", names.toArray(String[]::new))
                .getResultList()
                .forEach(row -> loads.put(row.get(0, String.class), row.get(1, Long.class)));
        return loads;
    }

    private void keep(Candidates candidates, String name) {
        session()
                .createNativeMutationQuery("""
                        insert into assignment_turn (subject, team, username, last_turn)
                        values (:subject, :team, :username, nextval('assignment_turn_number'))
                        on conflict (subject, team, username) do update set last_turn = excluded.last_turn""")
                .setParameter("subject", candidates.subject().name())
                .setParameter("team", candidates.team())
                .setParameter("username", name)
                .executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
