package io.kehu.servicedesk.survey;

import io.kehu.events.Origin;
import io.kehu.events.SurveyEvent;
import io.kehu.platform.access.Caller;
import io.kehu.platform.eventlog.Change;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Sends what was delayed, reminds, and ends what nobody answered. Every replica does, and a row lock lets each step be taken
 * once; what comes late, after all were down, is one step and not those that were missed.
 */
@ApplicationScoped
class SurveyTimer {

    private final SurveyRepository surveys;
    private final Questionnaires questionnaires;
    private final Sending sending;
    private final EventLog events;

    SurveyTimer(SurveyRepository surveys, Questionnaires questionnaires, Sending sending, EventLog events) {
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.sending = sending;
        this.events = events;
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        run(EventLog.now());
    }

    void run(Instant now) {
        Caller.system("survey", Origin.TIMER).run(() -> {
            var more = true;
            while (more) {
                more = QuarkusTransaction.requiringNew().timeout(60).call(() -> stepSome(now));
            }
        });
    }

    /** Each is recorded before the next one is judged, which may be for the same person. */
    private boolean stepSome(Instant now) {
        var due = surveys.lockDue(now);
        for (var survey : due) {
            var event = step(survey, now);
            var happened = event instanceof SurveyEvent.Expired ? survey.expiresAt() : now;
            events.record(List.of(new Change(survey, event, happened, false)));
        }
        return !due.isEmpty();
    }

    private SurveyEvent step(Survey survey, Instant now) {
        var terms = questionnaires.of(survey.questionnaire(), survey.questionnaireVersion());
        return switch (survey.status()) {
            case SCHEDULED -> sending.send(survey, terms, now);
            case SENT -> survey.remindOrEnd(now, terms);
            case ANSWERED, EXPIRED, WITHHELD ->
                throw new IllegalStateException(survey.number() + " waits for nothing any more");
        };
    }
}
