package io.kehu.opportunity.lead;

import io.kehu.events.Origin;
import io.kehu.opportunity.assignment.AutoAssignment;
import io.kehu.opportunity.assignment.Candidates;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.Leases;
import io.kehu.platform.problem.Unavailable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Gives leads to people that came in while nobody could say who there is; on one replica at a time. */
@ApplicationScoped
class LateAssignment {

    private static final Logger LOG = Logger.getLogger(LateAssignment.class);
    private static final String LEASE = "late-assignment";
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int AT_ONCE = 100;

    private final LeadRepository leads;
    private final LeadCandidates candidates;
    private final AutoAssignment assignment;
    private final EventLog events;
    private final EntityManager entities;
    private final Leases leases;

    LateAssignment(
            LeadRepository leads,
            LeadCandidates candidates,
            AutoAssignment assignment,
            EventLog events,
            EntityManager entities,
            Leases leases) {
        this.leads = leads;
        this.candidates = candidates;
        this.assignment = assignment;
        this.events = events;
        this.entities = entities;
        this.leases = leases;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remember(UUID leadId) {
        entities.flush();
        change("insert into lead_to_assign (lead_id) values (:lead) on conflict do nothing", leadId);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void assign() {
        if (!leases.hold(LEASE, HELD)) {
            return;
        }
        try {
            for (var leadId : QuarkusTransaction.requiringNew().call(this::waiting)) {
                leases.hold(LEASE, HELD);
                Caller.system("lead-form", Origin.AUTOMATION).run(() -> tryToAssign(leadId));
            }
        } catch (Unavailable away) {
            LOG.debug("Leads still wait for the directory");
        } finally {
            leases.release(LEASE);
        }
    }

    private void tryToAssign(UUID leadId) {
        try {
            assign(leadId);
        } catch (Unavailable away) {
            throw away;
        } catch (RuntimeException e) {
            LOG.errorf(e, "Lead %s has to wait to be assigned", leadId);
        }
    }

    private void assign(UUID leadId) {
        var fields =
                QuarkusTransaction.requiringNew().call(() -> unassigned(leadId).map(Lead::fields));
        var chosenFrom = fields.map(candidates::of).orElse(null);
        candidates.inTurn(chosenFrom, () -> {
            QuarkusTransaction.requiringNew().run(() -> assign(leadId, chosenFrom));
            return null;
        });
    }

    private void assign(UUID leadId, Candidates chosenFrom) {
        unassigned(leadId)
                .ifPresent(lead -> assignment
                        .next(chosenFrom)
                        .flatMap(chosen -> lead.giveTo(chosen.username(), chosen.team(), chosen.rule()))
                        .ifPresent(event -> events.record(lead, event)));
        change("delete from lead_to_assign where lead_id = :lead", leadId);
    }

    /** Empty if somebody has taken care of it meanwhile. */
    private Optional<Lead> unassigned(UUID leadId) {
        return leads.findVisible(leadId)
                .filter(lead -> lead.owner().equals(Lead.NOBODY) && !lead.erased() && lead.status() == LeadStatus.NEW);
    }

    private List<UUID> waiting() {
        return entities.unwrap(Session.class)
                .createNativeQuery("select lead_id from lead_to_assign order by lead_id limit :most", UUID.class)
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    private void change(String sql, UUID leadId) {
        entities.unwrap(Session.class)
                .createNativeMutationQuery(sql)
                .setParameter("lead", leadId)
                .executeUpdate();
    }
}
