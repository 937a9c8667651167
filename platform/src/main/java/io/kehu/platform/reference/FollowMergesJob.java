package io.kehu.platform.reference;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.NamesCustomer;
import io.kehu.platform.operations.StepwiseWork;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Moves what names a merged customer to the survivor, and back when the merge is undone, in small steps through the event
 * log. A record that has moved is not looked for any more, so whatever ends the work in the middle, going on is the same as
 * beginning. A write that was judged before the merge was known may still name the merged customer for a while; so long the
 * work is done anew.
 */
@ApplicationScoped
class FollowMergesJob {

    private static final Logger LOG = Logger.getLogger(FollowMergesJob.class);
    private static final String LEASE = "follow-merges";

    /** Records that came by the merge from this customer, and whose customer nobody but merges has changed since. */
    private static final String TO_GO_BACK = """
            select e.aggregate_id from event e
              join event p on p.aggregate_id = e.aggregate_id and p.version = e.version - 1
             where e.origin = 'MERGE' and e.cause = :cause and e.aggregate_id > :position
               and p.state ->> cast(:field as text) = :merged
               and not exists (
                 select 1 from event l join event b on b.aggregate_id = l.aggregate_id and b.version = l.version - 1
                  where l.aggregate_id = e.aggregate_id and l.version > e.version and l.origin <> 'MERGE'
                    and l.state ->> cast(:field as text) is distinct from b.state ->> cast(:field as text))
             order by e.aggregate_id limit :most""";

    private final MergesToFollow merges;
    private final EntityManager entities;
    private final EventLog events;
    private final StepwiseWork stepwise;
    private final Duration grace;

    FollowMergesJob(
            MergesToFollow merges,
            EntityManager entities,
            EventLog events,
            StepwiseWork stepwise,
            @ConfigProperty(name = "kehu.merges.grace") Duration grace) {
        this.merges = merges;
        this.entities = entities;
        this.events = events;
        this.stepwise = stepwise;
        this.grace = grace;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        stepwise.carryOut(
                LEASE,
                merges.unfinished(),
                merge -> Caller.system("customer-merge", Origin.MERGE)
                        .because(Origin.MERGE, merge.cause())
                        .run(() -> follow(merge)),
                (merge, failure) ->
                        LOG.warnf("Records do not follow a merge to %s yet: %s", merge.to(), failure.toString()));
    }

    private void follow(MergeToFollow merge) {
        var nothingCanFollowAnyMore =
                merge.undone() || merge.orderedAt().plus(grace).isBefore(EventLog.now());
        for (var type : namingCustomers()) {
            if (!stepwise.goThrough(LEASE, position -> step(merge, type, position))) {
                return;
            }
        }
        if (nothingCanFollowAnyMore) {
            QuarkusTransaction.requiringNew().run(() -> merges.finish(merge));
        }
    }

    /** One step in a transaction of its own; the id that it came to, or null when no record is left. */
    private UUID step(MergeToFollow merge, Class<? extends NamesCustomer> type, UUID position) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!merges.lock(merge)) {
                return null;
            }
            var ids = ids(merge, type, position);
            if (ids.isEmpty()) {
                return null;
            }
            var changes = new ArrayList<Change>();
            for (var record : records(type, ids)) {
                if (merge.from().equals(record.namedCustomer())) {
                    changes.add(Change.now((Aggregate<?>) record, record.follow(merge.from(), merge.to())));
                }
            }
            events.record(changes);
            merges.count(merge, changes.size());
            return ids.getLast();
        });
    }

    private List<UUID> ids(MergeToFollow merge, Class<? extends NamesCustomer> type, UUID position) {
        var field = type.getAnnotation(NamesCustomer.In.class).value();
        if (merge.undone()) {
            return entities.unwrap(Session.class)
                    .createNativeQuery(TO_GO_BACK, UUID.class)
                    .setParameter("cause", MergeToFollow.cause(merge.mergeId()))
                    .setParameter("position", position)
                    .setParameter("field", field)
                    .setParameter("merged", merge.mergedId().toString())
                    .setParameter("most", StepwiseWork.STEP)
                    .getResultList();
        }
        return entities.createQuery(
                        "select e.id from " + type.getName() + " e where e." + field
                                + " = :merged and e.id > :position order by e.id",
                        UUID.class)
                .setParameter("merged", merge.mergedId())
                .setParameter("position", position)
                .setMaxResults(StepwiseWork.STEP)
                .getResultList();
    }

    /** Without locks, which Hibernate cannot take of a record with a second table; versions keep two writers apart. */
    private <R extends NamesCustomer> List<R> records(Class<R> type, List<UUID> ids) {
        return entities.createQuery("select e from " + type.getName() + " e where e.id in :ids order by e.id", type)
                .setParameter("ids", ids)
                .getResultList();
    }

    private List<Class<? extends NamesCustomer>> namingCustomers() {
        var types = new ArrayList<Class<? extends NamesCustomer>>();
        for (var entity : entities.getMetamodel().getEntities()) {
            if (NamesCustomer.class.isAssignableFrom(entity.getJavaType())) {
                types.add(entity.getJavaType().asSubclass(NamesCustomer.class));
            }
        }
        return types;
    }
}
