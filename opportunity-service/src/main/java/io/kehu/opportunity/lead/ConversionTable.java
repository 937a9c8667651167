package io.kehu.opportunity.lead;

import io.kehu.events.EventJson;
import io.kehu.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The conversions of leads, one of each; always used within a transaction. */
@ApplicationScoped
class ConversionTable {

    private static final String FIND =
            "select lead_id, status, cast(command as text) as command, owner, team, actor, actor_team,"
                    + " customer_id, contact_id, opportunity_id, problem, started_at"
                    + " from lead_conversion where lead_id = :lead";

    private final EntityManager entities;

    ConversionTable(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Conversion> find(UUID leadId) {
        return find(FIND, leadId);
    }

    /** The same, while nobody else goes on with it. */
    Optional<Conversion> lock(UUID leadId) {
        return find(FIND + " for update", leadId);
    }

    /** Begins a conversion, unless one is under way or done. */
    void begin(UUID leadId, ConvertLead command, String owner, String team) {
        var caller = Caller.current();
        session()
                .createNativeMutationQuery("""
                        insert into lead_conversion as c (lead_id, status, command, owner, team, actor, actor_team)
                        values (:lead, 'CONVERTING', cast(:command as jsonb), :owner, cast(:team as text), :actor, cast(:actorTeam as text))
                        on conflict (lead_id) do update
                        set status = excluded.status, command = excluded.command, owner = excluded.owner,
                            team = excluded.team, actor = excluded.actor, actor_team = excluded.actor_team,
                            problem = null, attempts = 0, next_attempt_at = excluded.next_attempt_at
                        where c.status = 'REFUSED'""")
                .setParameter("lead", leadId)
                .setParameter("command", EventJson.write(command))
                .setParameter("owner", owner)
                .setParameter("team", team, String.class)
                .setParameter("actor", caller.username())
                .setParameter("actorTeam", caller.team(), String.class)
                .executeUpdate();
    }

    void complete(UUID leadId, UUID customerId, UUID contactId, UUID opportunityId) {
        session()
                .createNativeMutationQuery("""
                        update lead_conversion set status = 'CONVERTED', customer_id = :customer,
                               contact_id = cast(:contact as uuid), opportunity_id = cast(:opportunity as uuid)
                        where lead_id = :lead""")
                .setParameter("lead", leadId)
                .setParameter("customer", customerId)
                .setParameter("contact", contactId, UUID.class)
                .setParameter("opportunity", opportunityId, UUID.class)
                .executeUpdate();
    }

    void refuse(UUID leadId, String problem) {
        session()
                .createNativeMutationQuery("update lead_conversion set status = 'REFUSED', problem = :problem"
                        + " where lead_id = :lead and status = 'CONVERTING'")
                .setParameter("lead", leadId)
                .setParameter("problem", problem)
                .executeUpdate();
    }

    /** Empties what was wanted, which may tell whose lead it was. */
    void forget(UUID leadId) {
        session()
                .createNativeMutationQuery("update lead_conversion set command = '{}' where lead_id = :lead")
                .setParameter("lead", leadId)
                .executeUpdate();
    }

    /** Leaves it alone for a while, the longer the more often it has been tried. */
    void postpone(UUID leadId) {
        session().createNativeMutationQuery("""
                        update lead_conversion set attempts = attempts + 1,
                               next_attempt_at = now() + least(interval '10 minutes', interval '5 seconds' * (attempts + 1))
                        where lead_id = :lead and status = 'CONVERTING'""").setParameter("lead", leadId).executeUpdate();
    }

    /** Those that are stuck, the oldest first. */
    List<UUID> due(int most) {
        return session()
                .createNativeQuery(
                        "select lead_id from lead_conversion where status = 'CONVERTING' and next_attempt_at <= now()"
                                + " order by next_attempt_at limit :most",
                        UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    private Optional<Conversion> find(String sql, UUID leadId) {
        return session()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("lead", leadId)
                .uniqueResultOptional()
                .map(ConversionTable::read);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static Conversion read(Tuple row) {
        var view = new ConversionView(
                row.get("lead_id", UUID.class),
                ConversionStatus.valueOf(row.get("status", String.class)),
                row.get("customer_id", UUID.class),
                row.get("contact_id", UUID.class),
                row.get("opportunity_id", UUID.class),
                row.get("problem", String.class),
                row.get("actor", String.class),
                row.get("started_at", Instant.class));
        return new Conversion(
                view,
                EventJson.read(row.get("command", String.class), ConvertLead.class),
                row.get("actor_team", String.class),
                row.get("owner", String.class),
                row.get("team", String.class));
    }
}
