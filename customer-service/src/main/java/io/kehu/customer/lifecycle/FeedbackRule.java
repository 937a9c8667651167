package io.kehu.customer.lifecycle;

import io.kehu.customer.Customers;
import io.kehu.events.Event;
import io.kehu.events.Origin;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves an ACTIVE customer to AT_RISK 流失预警 who answers a satisfaction survey with a low score. */
@ApplicationScoped
public class FeedbackRule {

    private static final String SATISFACTION = "CSAT";

    private final LifecycleTable table;
    private final Customers customers;

    FeedbackRule(LifecycleTable table, Customers customers) {
        this.table = table;
        this.customers = customers;
    }

    /** In the transaction of the reaction. */
    public void on(Event event) {
        var lowest = table.rules().atRiskAtScore();
        if (lowest != null
                && event.data() instanceof SurveyEvent.Answered(var score)
                && event.state() instanceof SurveyState survey
                && survey.customerId() != null
                && SATISFACTION.equals(survey.kind())
                && score <= lowest) {
            var cause = event.metadata().id().toString();
            var reason = "satisfaction %d of 5 (%s)".formatted(score, survey.number());
            Caller.current()
                    .because(Origin.AUTOMATION, cause)
                    .run(() -> customers.moveTo(survey.customerId(), "AT_RISK", reason));
        }
    }
}
