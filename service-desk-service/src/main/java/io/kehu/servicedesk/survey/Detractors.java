package io.kehu.servicedesk.survey;

import io.kehu.platform.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Tells of low answers, in an event of their own beside that of the answer: one change of a record is one event, so it is
 * told right after.
 */
@ApplicationScoped
class Detractors {

    private final SurveyRepository surveys;
    private final EventLog events;

    Detractors(SurveyRepository surveys, EventLog events) {
        this.surveys = surveys;
        this.events = events;
    }

    /** In the transaction of the reaction, whose inbox lets it be told once. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(UUID id) {
        surveys.lock(id).ifPresent(survey -> events.record(survey, survey.detracts()));
    }
}
