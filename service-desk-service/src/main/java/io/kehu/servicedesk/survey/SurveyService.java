package io.kehu.servicedesk.survey;

import io.kehu.events.EventFamily;
import io.kehu.events.SurveyState;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.eventlog.History;
import io.kehu.platform.eventlog.HistoryPage;
import io.kehu.platform.eventlog.Numbers;
import io.kehu.platform.listing.ListRequest;
import io.kehu.platform.listing.Page;
import io.kehu.platform.reference.KnownRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

@ApplicationScoped
class SurveyService {

    private static final String NUMBER_PREFIX = "S";

    private final SurveyRepository surveys;
    private final EventLog events;
    private final History history;
    private final Numbers numbers;
    private final KnownRecords known;

    SurveyService(SurveyRepository surveys, EventLog events, History history, Numbers numbers, KnownRecords known) {
        this.surveys = surveys;
        this.events = events;
        this.history = history;
        this.numbers = numbers;
        this.known = known;
    }

    @Transactional
    void send(TicketState closed) {
        var customerId = known.standingFor(EventFamily.CUSTOMER, closed.customerId());
        var survey = new Survey(numbers.next(NUMBER_PREFIX), closed, customerId);
        events.record(survey, survey.sent());
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

    @Transactional
    SurveyView answer(UUID id, SurveyAnswer answer) {
        var survey = surveys.require(id);
        events.record(survey, survey.answer(answer));
        return survey.view();
    }
}
