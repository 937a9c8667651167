package io.kehu.opportunity;

import io.kehu.events.Origin;
import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.kehu.platform.problem.Invalid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes the open deals of older versions of a pipeline into the newest, in small steps through the event log. A deal that is
 * there is not looked for any more, so whatever ends the work in the middle, going on is the same as beginning.
 */
@ApplicationScoped
class PipelineMoveJob {

    private static final Logger LOG = Logger.getLogger(PipelineMoveJob.class);
    private static final String LEASE = "pipeline-moves";

    private final PipelineMoves moves;
    private final OpportunityRepository opportunities;
    private final PipelineRepository pipelines;
    private final EventLog events;
    private final StepwiseWork stepwise;

    PipelineMoveJob(
            PipelineMoves moves,
            OpportunityRepository opportunities,
            PipelineRepository pipelines,
            EventLog events,
            StepwiseWork stepwise) {
        this.moves = moves;
        this.opportunities = opportunities;
        this.pipelines = pipelines;
        this.events = events;
        this.stepwise = stepwise;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        stepwise.carryOut(
                LEASE,
                moves.unfinished(),
                move -> Caller.system("pipeline-move", Origin.API)
                        .because(Origin.API, "pipeline-move:" + move.id())
                        .run(() -> work(move)),
                (move, failure) -> LOG.warnf(
                        "The deals of pipeline %s do not follow into its newest version yet: %s",
                        move.pipeline(), failure.toString()));
    }

    private void work(PipelineMove move) {
        moves.begin(move);
        for (var stage : opportunities.openStagesBefore(move.pipeline(), move.version())) {
            if (!stepwise.goThrough(LEASE, position -> step(move, stage, position))) {
                return;
            }
        }
        moves.finish(move);
    }

    /** One step in a transaction of its own; the id that it came to, or null when no deal is left in the stage. */
    private UUID step(PipelineMove move, Stage stage, UUID position) {
        return QuarkusTransaction.requiringNew().timeout(60).call(() -> {
            var next = pipelines.require(move.pipeline()).stage(move.order().follower(stage.code()));
            var now = EventLog.now();
            var deals = opportunities.openIn(stage, position, StepwiseWork.STEP);
            var changes = new ArrayList<Change>();
            for (var deal : deals) {
                try {
                    deal.goOnIn(next, move.order().reason(), now)
                            .ifPresent(event -> changes.add(Change.now(deal, event)));
                } catch (Invalid lacking) {
                    LOG.debugf(
                            "%s stays in version %d: %s", deal.number(), stage.pipelineVersion(), lacking.getMessage());
                }
            }
            if (deals.isEmpty() || !moves.count(move, changes.size(), deals.size() - changes.size())) {
                return null;
            }
            events.record(changes);
            return deals.getLast().id();
        });
    }
}
