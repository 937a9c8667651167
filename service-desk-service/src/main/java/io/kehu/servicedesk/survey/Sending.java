package io.kehu.servicedesk.survey;

import io.kehu.events.SurveyEvent;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.servicedesk.questionnaire.Occasion;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import io.kehu.servicedesk.reference.CustomerLevels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Makes surveys, and sends them at once, later or not at all, as their questionnaires say. */
@ApplicationScoped
class Sending {

    private final Questionnaires questionnaires;
    private final QuietDays quiet;
    private final CustomerLevels levels;
    private final Numbers numbers;
    private final EventLog events;

    Sending(Questionnaires questionnaires, QuietDays quiet, CustomerLevels levels, Numbers numbers, EventLog events) {
        this.questionnaires = questionnaires;
        this.quiet = quiet;
        this.levels = levels;
        this.numbers = numbers;
        this.events = events;
    }

    /** By the first questionnaire that fits; nothing happens if none does. */
    @Transactional(Transactional.TxType.MANDATORY)
    void ask(Subject subject) {
        var level = levels.of(subject.customerId()).orElse(null);
        questionnaires
                .choose(
                        subject.occasion(),
                        trigger -> trigger.fits(subject.occasion(), subject.ticketType(), subject.priority(), level))
                .ifPresent(questionnaire -> ask(subject, questionnaire));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Survey ask(Subject subject, QuestionnaireView view) {
        var survey = new Survey(numbers.next(Survey.NUMBER_PREFIX), subject, view);
        events.record(survey, begin(survey, subject, view.questionnaire(), EventLog.now()));
        return survey;
    }

    private SurveyEvent begin(Survey survey, Subject subject, Questionnaire terms, Instant now) {
        if (subject.occasion() == Occasion.MANUAL) {
            return send(survey, terms, now);
        }
        if (!terms.samples(subject.id())) {
            return survey.withhold(Withholding.SAMPLING);
        }
        return terms.delay().isZero() ? send(survey, terms, now) : survey.schedule(now.plus(terms.delay()));
    }

    /** Sends it, unless whoever is asked shall be left in peace. */
    SurveyEvent send(Survey survey, Questionnaire terms, Instant now) {
        return quiet.rule(survey, terms.quietDays(), now)
                ? survey.withhold(Withholding.QUIET)
                : survey.send(now, terms);
    }
}
