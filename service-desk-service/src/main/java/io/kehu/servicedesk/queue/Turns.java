package io.kehu.servicedesk.queue;

import io.kehu.events.TicketState;
import io.kehu.platform.sql.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Whose turn it is in a group. The lock is held until the transaction ends, so that the next one sees this ticket given, or
 * not given at all.
 */
@ApplicationScoped
class Turns {

    private static final String OPEN = """
            select assignee as name, count(*) as number from ticket
            where assignee = any(:names) and deleted_at is null
              and status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'REOPENED')
            group by assignee""";

    private static final String LAST =
            "select username as name, last_turn as number from support_turn where support_group = :group and username = any(:names)";

    private final EntityManager entities;
    private final Statements statements;

    Turns(EntityManager entities, Statements statements) {
        this.entities = entities;
        this.statements = statements;
    }

    /** Those who have the skill that the ticket needs, if anybody has; of them, whose turn it is. */
    Optional<String> take(Candidates candidates, TicketState ticket) {
        statements.lock("support-group:" + candidates.group());
        var names = skilled(candidates.members(), ticket);
        var turns = numbers(LAST, candidates.group(), names);
        var loads = switch (candidates.method()) {
            case LEAST_LOADED -> numbers(OPEN, null, names);
            case ROUND_ROBIN, MANUAL -> Map.<String, Long>of();
        };
        var chosen = names.stream()
                .min(Comparator.comparingLong((String name) -> loads.getOrDefault(name, 0L))
                        .thenComparingLong(name -> turns.getOrDefault(name, 0L))
                        .thenComparingInt(names::indexOf));
        chosen.ifPresent(name -> keep(candidates.group(), name));
        return chosen;
    }

    private static List<String> skilled(List<SupportGroup.Member> members, TicketState ticket) {
        var wanted = Stream.of(ticket.category(), ticket.type())
                .filter(skill -> skill != null)
                .collect(Collectors.toUnmodifiableSet());
        var skilled = names(members, wanted);
        return skilled.isEmpty()
                ? members.stream().map(SupportGroup.Member::username).toList()
                : skilled;
    }

    private static List<String> names(List<SupportGroup.Member> members, Set<String> wanted) {
        return members.stream()
                .filter(member -> member.isSkilledIn(wanted))
                .map(SupportGroup.Member::username)
                .toList();
    }

    private Map<String, Long> numbers(String sql, String group, List<String> names) {
        var query = session().createNativeQuery(sql, Tuple.class).setParameter("names", names.toArray(String[]::new));
        if (group != null) {
            query.setParameter("group", group);
        }
        var numbers = new HashMap<String, Long>();
        query.getResultList().forEach(row -> numbers.put(row.get("name", String.class), row.get("number", Long.class)));
        return numbers;
    }

    private void keep(String group, String name) {
        session()
                .createNativeMutationQuery("""
                        insert into support_turn (support_group, username, last_turn)
                        values (:group, :username, nextval('support_turn_number'))
                        on conflict (support_group, username) do update set last_turn = excluded.last_turn""")
                .setParameter("group", group)
                .setParameter("username", name)
                .executeUpdate();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
