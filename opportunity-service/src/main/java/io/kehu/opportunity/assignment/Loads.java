package io.kehu.opportunity.assignment;

import io.kehu.platform.assignment.Turns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** How much open work people have of what is given by rules. */
@ApplicationScoped
class Loads {

    private static final String OPEN_LEADS = """
            select owner, count(*) from lead
             where owner = any(?) and deleted_at is null and status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED')
             group by owner""";

    private static final String OPEN_OPPORTUNITIES = """
            select o.owner, count(*) from opportunity o join stage s on s.id = o.stage_id
             where o.owner = any(?) and o.deleted_at is null and s.kind = 'OPEN'
             group by o.owner""";

    private final Turns turns;

    Loads(Turns turns) {
        this.turns = turns;
    }

    /**
     * By what the method of the candidates takes into account.
     *
     * @param given what the database does not know of yet
     */
    Map<String, Long> of(Candidates candidates, Map<String, Long> given) {
        return switch (candidates.method()) {
            case ROUND_ROBIN -> Map.of();
            case LEAST_LOADED -> {
                var loads = open(candidates);
                given.forEach((username, more) -> loads.merge(username, more, Long::sum));
                yield loads;
            }
        };
    }

    private Map<String, Long> open(Candidates candidates) {
        var sql = switch (candidates.subject()) {
            case LEADS -> OPEN_LEADS;
            case OPPORTUNITIES -> OPEN_OPPORTUNITIES;
        };
        return turns.counts(sql, (Object) candidates.usernames().toArray(String[]::new));
    }
}
