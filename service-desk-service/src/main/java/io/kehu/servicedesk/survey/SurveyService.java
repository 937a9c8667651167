package io.kehu.servicedesk.survey;

import io.kehu.events.EventFamily;
import io.kehu.events.SurveyState;
import io.kehu.platform.record.RecordKeeping;
import io.kehu.platform.record.RecordService;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class SurveyService extends RecordService<Survey, SurveyView> {

    private final SurveyRepository surveys;
    private final Questionnaires questionnaires;
    private final Sending sending;
    private final Surveys answering;

    SurveyService(
            SurveyRepository surveys,
            Questionnaires questionnaires,
            Sending sending,
            Surveys answering,
            RecordKeeping keeping) {
        super(EventFamily.SURVEY, surveys, keeping);
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.sending = sending;
        this.answering = answering;
    }

    /** By hand. */
    @Transactional
    SurveyView send(String questionnaire, Subject subject) {
        return sending.ask(subject, questionnaires.requireActive(questionnaire)).view();
    }

    @Override
    protected SurveyView asRecorded(Survey survey, Instant instant) {
        var then = moment(survey, instant, SurveyState.class, SurveyPersonal.class);
        return new SurveyView(then.state(), then.personal(), survey.lifespan().at(then));
    }

    SurveyTotals totals() {
        return surveys.totals();
    }

    /** On the customer's behalf. */
    @Transactional
    SurveyView answer(UUID id, SurveyAnswer answer) {
        return answering.answerByPhone(id, answer).view();
    }
}
