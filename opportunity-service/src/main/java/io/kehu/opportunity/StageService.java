package io.kehu.opportunity;

import io.kehu.opportunity.loss.LostReasons;
import io.kehu.opportunity.pipeline.Pipeline;
import io.kehu.opportunity.pipeline.PipelineRepository;
import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Moves deals through their stages. */
@ApplicationScoped
class StageService {

    private final OpportunityRepository opportunities;
    private final PipelineRepository pipelines;
    private final LostReasons reasons;
    private final StageLog log;
    private final PipelineMoves moves;
    private final EventLog events;
    private final Company company;

    StageService(
            OpportunityRepository opportunities,
            PipelineRepository pipelines,
            LostReasons reasons,
            StageLog log,
            PipelineMoves moves,
            EventLog events,
            Company company) {
        this.opportunities = opportunities;
        this.pipelines = pipelines;
        this.reasons = reasons;
        this.log = log;
        this.moves = moves;
        this.events = events;
        this.company = company;
    }

    @Transactional
    OpportunityView change(UUID id, ChangeStage command) {
        var opportunity = opportunities.require(id);
        var next = pipelineOf(opportunity).stage(command.stage());
        var move = next.is(opportunity.stage()) ? command.after(log.of(id)) : command;
        opportunity
                .moveTo(next, move, reasons.active(), EventLog.now().atZone(company.zone()))
                .ifPresent(event -> events.record(opportunity, event));
        return opportunity.view();
    }

    @Transactional
    OpportunityView reopen(UUID id, ReopenOpportunity command) {
        var opportunity = opportunities.require(id);
        var next = pipelineOf(opportunity).stage(command.stage());
        events.record(opportunity, opportunity.reopen(next, command.reason(), EventLog.now()));
        return opportunity.view();
    }

    /** Lets the deal go on in another pipeline, or in the newest version of its own. */
    @Transactional
    OpportunityView changePipeline(UUID id, ChangePipeline command) {
        var opportunity = opportunities.require(id);
        var present = opportunity.stage();
        var pipeline = pipelines.requireActive(command.pipeline() == null ? present.pipeline() : command.pipeline());
        var next = pipeline.stage(command.stages().getOrDefault(present.code(), present.code()));
        opportunity
                .goOnIn(next, command.reason(), EventLog.now())
                .ifPresent(event -> events.record(opportunity, event));
        return opportunity.view();
    }

    /** Orders that all open deals of older versions go on in the newest; fails with 422 if a stage has none that follows it. */
    @Transactional
    PipelineMove moveToNewest(String code, MoveToNewest command) {
        pipelines.require(code);
        var newest = pipelines.requireActive(code);
        var faults = new ArrayList<InvalidField>();
        for (var stage : opportunities.openStagesBefore(code, newest.version())) {
            var next = newest.stage(command.follower(stage.code()));
            if (!next.isOpen()) {
                faults.add(new InvalidField("stages", "opportunity.pipeline-kind", stage.name(), next.name()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", List.copyOf(faults));
        }
        return moves.order(code, newest.version(), command);
    }

    StageHistory history(UUID id) {
        opportunities.require(id);
        return log.of(id);
    }

    private Pipeline pipelineOf(Opportunity opportunity) {
        return pipelines.of(opportunity.stage());
    }
}
