package io.kehu.servicedesk.survey;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.Expired;
import io.kehu.platform.problem.NotFound;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The links by which customers answer: whoever has one may answer that survey once, and learns nothing else. */
@ApplicationScoped
public class Invitations {

    /** Where answers go. */
    public static final String PATH = "/v1/survey-answers";

    private static final Caller CUSTOMER = Caller.system("survey-answer", Origin.API);

    private final SurveyRepository surveys;
    private final Questionnaires questionnaires;
    private final EventLog events;

    Invitations(SurveyRepository surveys, Questionnaires questionnaires, EventLog events) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.events = events;
    }

    /** Another link; the one of before is void. */
    @Transactional
    Invitation renew(UUID id) {
        var survey = surveys.require(id);
        var token = Token.make();
        events.record(survey, survey.invite(token.hash(), EventLog.now()));
        return new Invitation(token.text(), PATH + "/" + token.text(), survey.expiresAt());
    }

    /** What is asked; 404 for a token that is none, 410 for one that is used up. */
    public Questionnaire open(String token) {
        return CUSTOMER.call(() -> terms(usable(surveys.findInvited(new Token(token).hash()))));
    }

    /** Answers, of many at once the first, and tells what was asked. */
    public Questionnaire answer(String token, SurveyAnswer answer) {
        return CUSTOMER.call(() -> QuarkusTransaction.requiringNew().call(() -> {
            var survey = usable(surveys.lockInvited(new Token(token).hash()));
            var terms = terms(survey);
            events.record(survey, survey.answer(answer, AnsweredBy.LINK, terms, EventLog.now()));
            return terms;
        }));
    }

    private static Survey usable(Optional<Survey> found) {
        var survey = found.orElseThrow(() -> new NotFound("survey", "behind this link"));
        if (survey.status() == SurveyStatus.ANSWERED) {
            throw new Expired("survey-link.answered");
        }
        if (survey.status() != SurveyStatus.SENT || survey.isOver(EventLog.now())) {
            throw new Expired("survey-link.expired");
        }
        return survey;
    }

    private Questionnaire terms(Survey survey) {
        return questionnaires.of(survey.questionnaire(), survey.questionnaireVersion());
    }
}
