package io.kehu.servicedesk.survey;

import io.kehu.events.Origin;
import io.kehu.platform.access.Caller;
import io.kehu.platform.company.Company;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.operations.StepwiseWork;
import io.kehu.servicedesk.questionnaire.Occasion;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import io.kehu.servicedesk.questionnaire.Questionnaires;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Asks customers when it is time again, on one replica at a time. */
@ApplicationScoped
class ScheduledAsking {

    private static final Logger LOG = Logger.getLogger(ScheduledAsking.class);
    private static final String LEASE = "scheduled-surveys";

    private final Questionnaires questionnaires;
    private final CustomersToAsk customers;
    private final Sending sending;
    private final StepwiseWork stepwise;
    private final Company company;

    ScheduledAsking(
            Questionnaires questionnaires,
            CustomersToAsk customers,
            Sending sending,
            StepwiseWork stepwise,
            Company company) {
        this.questionnaires = questionnaires;
        this.customers = customers;
        this.sending = sending;
        this.stepwise = stepwise;
        this.company = company;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        run(EventLog.now());
    }

    void run(Instant now) {
        stepwise.carryOut(
                LEASE,
                questionnaires.activeFor(Occasion.SCHEDULE),
                questionnaire -> Caller.system("survey", Origin.TIMER).run(() -> ask(questionnaire, now)),
                (questionnaire, failure) ->
                        LOG.warnf("Not all are asked by %s yet: %s", questionnaire.key(), failure.toString()));
    }

    private void ask(QuestionnaireView questionnaire, Instant now) {
        var day = now.atZone(company.zone()).toLocalDate();
        Rhythm.of(questionnaire, company.zone())
                .askedBefore(now)
                .ifPresent(since -> stepwise.goThrough(
                        LEASE,
                        position -> QuarkusTransaction.requiringNew()
                                .timeout(60)
                                .call(() -> {
                                    var some = customers.lock(questionnaire, since, position);
                                    some.forEach(customer ->
                                            sending.ask(Subject.of(customer, questionnaire.key(), day), questionnaire));
                                    return some.size() < StepwiseWork.STEP
                                            ? null
                                            : some.getLast().id();
                                })));
    }
}
