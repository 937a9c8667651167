package io.kehu.servicedesk.survey;

import io.kehu.platform.eventlog.EventLog;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What other features do with surveys. */
@ApplicationScoped
public class Surveys {

    private final SurveyRepository surveys;
    private final Questionnaires questionnaires;
    private final EventLog events;

    Surveys(SurveyRepository surveys, Questionnaires questionnaires, EventLog events) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.events = events;
    }

    /** Those that exist, are not deleted and may be seen. */
    public List<Survey> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : surveys.list("id in ?1 and deletedAt is null", ids);
    }

    /** Answers one for the customer, as an agent hears it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Survey answerByPhone(UUID id, SurveyAnswer answer) {
        var survey = surveys.require(id);
        var asked = questionnaires.of(survey.questionnaire(), survey.questionnaireVersion());
        events.record(survey, survey.answer(answer, AnsweredBy.PHONE, asked, EventLog.now()));
        return survey;
    }
}
