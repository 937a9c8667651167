package io.kehu.platform.operations;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.OwnedAggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gives the records of users who have moved the new team, in small steps through the event log. A record that has it is not
 * looked for any more, so whatever ends the work in the middle, going on is the same as beginning. Tokens of before the move
 * still make records of the old team for some minutes; so long the work is done anew.
 */
@ApplicationScoped
class TeamMoveJob {

    private static final Logger LOG = Logger.getLogger(TeamMoveJob.class);
    private static final String LEASE = "team-moves";
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int STEP = 100;
    private static final UUID START = new UUID(0, 0);

    private final TeamMoves moves;
    private final EntityManager entities;
    private final EventLog events;
    private final Leases leases;
    private final Duration grace;
    private volatile boolean stopped;

    TeamMoveJob(
            TeamMoves moves,
            EntityManager entities,
            EventLog events,
            Leases leases,
            @ConfigProperty(name = "kehu.team-moves.grace") Duration grace) {
        this.moves = moves;
        this.entities = entities;
        this.events = events;
        this.leases = leases;
        this.grace = grace;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var unfinished = moves.unfinished();
        if (unfinished.isEmpty() || !leases.hold(LEASE, HELD)) {
            return;
        }
        for (var move : unfinished) {
            try {
                Caller.system("team-move", Origin.API)
                        .because(Origin.API, "team-move:" + move.id())
                        .run(() -> work(move));
            } catch (RuntimeException e) {
                LOG.warnf("The records of a user do not follow to %s yet: %s", move.team(), e.toString());
            }
        }
        leases.release(LEASE);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void work(TeamMove move) {
        var lateTokensAreGone = move.orderedAt().plus(grace).isBefore(EventLog.now());
        for (var type : ownedRecords()) {
            var position = START;
            while (position != null) {
                if (stopped || !leases.hold(LEASE, HELD)) {
                    return;
                }
                position = step(move, type, position);
            }
        }
        if (lateTokensAreGone) {
            moves.finish(move);
        }
    }

    /**
     * One step in a transaction of its own; the id that it came to, or null when no record is left. A record that somebody
     * changes meanwhile fails the step by its version, and the next run takes it again.
     */
    private UUID step(TeamMove move, Class<? extends OwnedAggregate<?>> type, UUID position) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var records = entities.createQuery(
                            "select e from " + type.getName() + " e where e.owner = :mover and e.id > :position"
                                    + " and (e.team is null or e.team <> :destination) order by e.id",
                            type)
                    .setParameter("mover", move.username())
                    .setParameter("position", position)
                    .setParameter("destination", move.team())
                    .setMaxResults(STEP)
                    .getResultList();
            if (records.isEmpty() || !moves.count(move, records.size())) {
                return null;
            }
            events.record(records.stream().map(record -> moved(record, move)).toList());
            return records.getLast().id();
        });
    }

    private static Change moved(OwnedAggregate<?> record, TeamMove move) {
        return Change.now(record, record.assign(record.owner(), move.team()).orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private List<Class<? extends OwnedAggregate<?>>> ownedRecords() {
        return entities.getMetamodel().getEntities().stream()
                .map(entity -> (Class<? extends Aggregate<?>>) entity.getJavaType())
                .filter(OwnedAggregate.class::isAssignableFrom)
                .<Class<? extends OwnedAggregate<?>>>map(type -> (Class<? extends OwnedAggregate<?>>) type)
                .toList();
    }
}
