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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends what was delayed, reminds, and ends what nobody answered. Every replica does, and a row lock lets each step be taken
 * once; what comes late, after all were down, is one step and not those that were missed.
 */
@ApplicationScoped
class SurveyTimer {

    private static final Logger LOG = Logger.getLogger(SurveyTimer.class);
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(10);

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
                var due = QuarkusTransaction.requiringNew().call(() -> surveys.due(now));
                more = due.stream().filter(id -> step(id, now)).count() > 0;
            }
        });
    }

    /** Whether there was one to take; each in a transaction of its own, so that one which fails keeps nobody from the others. */
    private boolean step(UUID id, Instant now) {
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(60)
                    .call(() -> surveys.lockDue(id, now)
                            .map(survey -> {
                                step(survey, now);
                                return true;
                            })
                            .orElse(false));
        } catch (RuntimeException failure) {
            LOG.warnf("Survey %s is tried again in %s: %s", id, TRIED_AGAIN, failure.toString());
            QuarkusTransaction.requiringNew().run(() -> surveys.postpone(id, now.plus(TRIED_AGAIN)));
            return true;
        }
    }

    private void step(Survey survey, Instant now) {
        var event = next(survey, now);
        var happened = event instanceof SurveyEvent.Expired ? survey.expiresAt() : now;
        events.record(List.of(new Change(survey, event, happened, false)));
    }

    private SurveyEvent next(Survey survey, Instant now) {
        var terms = questionnaires.of(survey.questionnaire(), survey.questionnaireVersion());
        return switch (survey.status()) {
            case SCHEDULED -> sending.send(survey, terms, now);
            case SENT -> survey.remindOrEnd(now, terms);
            case ANSWERED, EXPIRED, WITHHELD ->
                throw new IllegalStateException(survey.number() + " waits for nothing any more");
        };
    }
}
