package io.kehu.servicedesk.survey;

import io.kehu.events.EventFamily;
import io.kehu.events.ExternalId;
import io.kehu.events.SurveyState;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.ExternalIds;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.problem.NotFound;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SurveyService {

    private final SurveyRepository surveys;
    private final Questionnaires questionnaires;
    private final Sending sending;
    private final Surveys answering;
    private final EventLog events;
    private final History history;
    private final ExternalIds externalIds;

    SurveyService(
            SurveyRepository surveys,
            Questionnaires questionnaires,
            Sending sending,
            Surveys answering,
            EventLog events,
            History history,
            ExternalIds externalIds) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.sending = sending;
        this.answering = answering;
        this.events = events;
        this.history = history;
        this.externalIds = externalIds;
    }

    /** By hand. */
    @Transactional
    SurveyView send(String questionnaire, Subject subject) {
        return sending.ask(subject, questionnaires.requireActive(questionnaire)).view();
    }

    SurveyView get(UUID id) {
        return surveys.require(id).view();
    }

    /** The survey as it was recorded at {@code instant}, for whoever may see it now. */
    SurveyView get(UUID id, Instant instant) {
        var now = surveys.require(id).lifespan();
        var then = history.at(id, instant, SurveyState.class, SurveyPersonal.class);
        return new SurveyView(then.state(), then.personal(), now.at(then));
    }

    SurveyView get(ExternalId externalId) {
        var known = externalIds.find(EventFamily.SURVEY, List.of(externalId)).get(externalId);
        if (known == null) {
            throw new NotFound("survey", externalId.externalId());
        }
        return get(known);
    }

    Page<SurveyView> page(ListRequest request) {
        return surveys.page(request).map(Survey::view);
    }

    SurveyTotals totals() {
        return surveys.totals();
    }

    HistoryPage history(UUID id, Long before, int limit) {
        surveys.require(id);
        return history.of(id, before, limit);
    }

    /** On the customer's behalf. */
    @Transactional
    SurveyView answer(UUID id, SurveyAnswer answer) {
        return answering.answerByPhone(id, answer).view();
    }

    @Transactional
    void delete(UUID id) {
        var survey = surveys.require(id);
        events.record(survey, survey.remove());
    }

    @Transactional
    SurveyView restore(UUID id) {
        var survey = surveys.requireAlsoDeleted(id);
        if (survey.deleted()) {
            events.record(survey, survey.takeBack());
        }
        return survey.view();
    }
}
