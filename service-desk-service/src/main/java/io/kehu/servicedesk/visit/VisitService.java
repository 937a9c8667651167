package io.kehu.servicedesk.visit;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.VisitState;
import io.kehu.platform.access.Assignment;
import io.kehu.platform.access.Caller;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.web.Patch;
import io.kehu.platform.web.Upserted;
import io.kehu.servicedesk.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class VisitService extends RecordService<Visit, VisitView> {

    private final VisitRepository visits;
    private final Surveys surveys;

    VisitService(VisitRepository visits, Surveys surveys, RecordKeeping keeping) {
        super(EventFamily.VISIT, visits, keeping);
        this.visits = visits;
        this.surveys = surveys;
    }

    @Transactional
    VisitView create(VisitFields fields) {
        return add(newVisit(fields), Visit::planned);
    }

    private Visit newVisit(VisitFields fields) {
        var caller = Caller.current();
        return new Visit(number(Visit.NUMBER_PREFIX), caller.username(), caller.team(), fields);
    }

    @Override
    protected VisitView asRecorded(Visit visit, Instant instant) {
        var then = moment(visit, instant, VisitState.class, VisitPersonal.class);
        return VisitView.of(then.state(), then.personal(), visit.lifespan().at(then));
    }

    /** The fields as they are, for a change of them. */
    VisitFields fields(UUID id) {
        return visits.require(id).fields();
    }

    @Transactional
    VisitView update(UUID id, Patch<VisitFields> patch, UUID customerId) {
        return change(id, visit -> visit.update(patch.applyTo(visit.fields()).ofCustomer(customerId)));
    }

    @Transactional
    Upserted<VisitView> upsert(ExternalId externalId, VisitFields fields) {
        return upsert(externalId, () -> newVisit(fields), Visit::planned, visit -> visit.update(fields));
    }

    /** Together with the answer to its survey, if one was given. */
    @Transactional
    VisitView complete(UUID id, CompleteVisit command) {
        return happen(id, visit -> {
            if (command.answer() != null) {
                if (visit.surveyId() == null) {
                    throw new Invalid("validation.failed", List.of(new InvalidField("answer", "visit.no-survey")));
                }
                surveys.answerByPhone(visit.surveyId(), command.answer());
            }
            return visit.complete(command.result());
        });
    }

    @Transactional
    VisitView cancel(UUID id, CancelVisit command) {
        return happen(id, visit -> visit.cancel(command.reason()));
    }

    @Transactional
    VisitView assign(UUID id, Assignment assignment) {
        return change(id, visit -> visit.assign(assignment.owner(), assignment.team()));
    }
}
