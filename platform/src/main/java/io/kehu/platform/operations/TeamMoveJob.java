package io.kehu.platform.operations;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.OwnedAggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final TeamMoves moves;
    private final EntityManager entities;
    private final EventLog events;
    private final StepwiseWork stepwise;
    private final Duration grace;

    TeamMoveJob(
            TeamMoves moves,
            EntityManager entities,
            EventLog events,
            StepwiseWork stepwise,
            @ConfigProperty(name = "kehu.team-moves.grace") Duration grace) {
        this.moves = moves;
        this.entities = entities;
        this.events = events;
        this.stepwise = stepwise;
        this.grace = grace;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        stepwise.carryOut(
                LEASE,
                moves.unfinished(),
                move -> Caller.system("team-move", Origin.API)
                        .because(Origin.API, "team-move:" + move.id())
                        .run(() -> work(move)),
                (move, failure) -> LOG.warnf(
                        "The records of a user do not follow to %s yet: %s", move.team(), failure.toString()));
    }

    private void work(TeamMove move) {
        var lateTokensAreGone = move.orderedAt().plus(grace).isBefore(EventLog.now());
        for (var type : ownedRecords()) {
            if (!stepwise.goThrough(LEASE, position -> step(move, type, position))) {
                return;
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
                    .setMaxResults(StepwiseWork.STEP)
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
