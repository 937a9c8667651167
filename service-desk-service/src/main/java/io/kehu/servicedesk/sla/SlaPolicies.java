package io.kehu.servicedesk.sla;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.events.TicketState;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.NotFound;
import io.kehu.servicedesk.reference.CustomerLevels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** The policies with their versions, of which the newest is for new tickets. */
@ApplicationScoped
public class SlaPolicies {

    private static final String COLUMNS =
            "select key, version, cast(policy as text) as policy, created_at, created_by from sla_policy";

    private final EntityManager entities;
    private final Calendars calendars;
    private final CustomerLevels levels;

    SlaPolicies(EntityManager entities, Calendars calendars, CustomerLevels levels) {
        this.entities = entities;
        this.calendars = calendars;
        this.levels = levels;
    }

    /** The newest version of each, in the order in which they are tried. */
    @Transactional
    List<SlaPolicyView> current() {
        return session()
                .createNativeQuery(
                        COLUMNS + " p where version = (select max(q.version) from sla_policy q where q.key = p.key)"
                                + " order by key",
                        Tuple.class)
                .getResultStream()
                .map(SlaPolicies::read)
                .sorted(Comparator.comparingInt(view -> view.policy().position()))
                .toList();
    }

    /** The newest first. */
    @Transactional
    List<SlaPolicyView> versions(String key) {
        return session()
                .createNativeQuery(COLUMNS + " where key = :key order by version desc", Tuple.class)
                .setParameter("key", key)
                .getResultStream()
                .map(SlaPolicies::read)
                .toList();
    }

    @Transactional
    SlaPolicyView require(String key) {
        return versions(key).stream().findFirst().orElseThrow(() -> new NotFound("SLA policy", key));
    }

    SlaPolicy version(String key, int version) {
        return session()
                .createNativeQuery(COLUMNS + " where key = :key and version = :version", Tuple.class)
                .setParameter("key", key)
                .setParameter("version", version)
                .getResultStream()
                .map(SlaPolicies::read)
                .findFirst()
                .orElseThrow(() -> new NotFound("SLA policy", key))
                .policy();
    }

    /**
     * The policy for a ticket that is being opened.
     *
     * @param wanted key of the policy that its type names, or null
     */
    public Optional<SlaPolicyView> choose(TicketState ticket, String wanted) {
        var level = levels.of(ticket.customerId()).orElse(null);
        var all = current();
        return all.stream()
                .filter(view -> view.key().equals(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(view -> view.policy().isFor(ticket, level))
                        .findFirst());
    }

    /** Another version, unless it says the same as the newest; the lock lets two writers not both make the same one. */
    @Transactional
    SlaPolicyView put(String key, SlaPolicy policy) {
        if (calendars.find(policy.calendar()).isEmpty()) {
            throw new Invalid(
                    "validation.failed",
                    List.of(new InvalidField("calendar", "reference.unknown", "calendar", policy.calendar())));
        }
        session()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:lock, 0))", Object.class)
                .setParameter("lock", "sla-policy:" + key)
                .getSingleResult();
        var newest = versions(key).stream().findFirst();
        if (newest.isPresent() && newest.get().policy().equals(policy)) {
            return newest.get();
        }
        session()
                .createNativeMutationQuery("""
                        insert into sla_policy (key, version, policy, created_at, created_by)
                        values (:key, :version, cast(:policy as jsonb), now(), :by)""")
                .setParameter("key", key)
                .setParameter("version", newest.map(SlaPolicyView::version).orElse(0) + 1)
                .setParameter("policy", EventJson.write(policy))
                .setParameter("by", Caller.current().username())
                .executeUpdate();
        return require(key);
    }

    private static SlaPolicyView read(Tuple row) {
        try {
            return new SlaPolicyView(
                    row.get("key", String.class),
                    row.get("version", Integer.class),
                    EventJson.mapper().readValue(row.get("policy", String.class), SlaPolicy.class),
                    row.get("created_at", Instant.class),
                    row.get("created_by", String.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
