package io.kehu.opportunity.assignment;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;

/** The rules that there are. */
@ApplicationScoped
class AssignmentRules {

    private final EntityManager entities;

    AssignmentRules(EntityManager entities) {
        this.entities = entities;
    }

    /** In the order in which they are tried. */
    @Transactional
    List<AssignmentRuleView> all() {
        return session()
                .createNativeQuery(
                        "select key, cast(rule as text) as rule, updated_at, updated_by from assignment_rule order by key",
                        Tuple.class)
                .getResultStream()
                .map(AssignmentRules::read)
                .sorted(Comparator.comparingInt(view -> view.rule().position()))
                .toList();
    }

    @Transactional
    AssignmentRuleView require(String key) {
        return all().stream()
                .filter(view -> view.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("assignment rule", key));
    }

    @Transactional
    AssignmentRuleView put(String key, AssignmentRule rule) {
        session()
                .createNativeMutationQuery("""
                        insert into assignment_rule (key, rule, updated_at, updated_by)
                        values (:key, cast(:rule as jsonb), now(), :by)
                        on conflict (key) do update
                        set rule = excluded.rule, updated_at = excluded.updated_at, updated_by = excluded.updated_by""")
                .setParameter("key", key)
                .setParameter("rule", EventJson.write(rule))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return require(key);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static AssignmentRuleView read(Tuple row) {
        try {
            return new AssignmentRuleView(
                    row.get("key", String.class),
                    EventJson.mapper().readValue(row.get("rule", String.class), AssignmentRule.class),
                    row.get("updated_at", Instant.class),
                    row.get("updated_by", String.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
