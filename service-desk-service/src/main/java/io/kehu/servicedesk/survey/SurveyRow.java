package io.kehu.servicedesk.survey;

import io.kehu.servicedesk.questionnaire.SurveyKind;
import io.kehu.servicedesk.reference.RowCustomers;
import io.kehu.servicedesk.reference.RowTickets;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/** An answer of the past as a row of an import states it; whom and what it is about counts for a new one alone. */
record SurveyRow(
        @NotNull SurveyKind kind,
        Integer score,
        @Size(max = 20) Map<String, Integer> scores,
        @Size(max = 5000) String comment,
        Instant sentAt,
        @NotNull Instant answeredAt,
        @Size(max = 200) String ticket,
        @Size(max = 200) String customer,
        @Size(max = 200) String customerSource,
        @Size(max = 100) String agent)
        implements RowCustomers.NamesCustomer, RowTickets.NamesTicket {

    static SurveyRow of(PastAnswer past) {
        return new SurveyRow(
                past.kind(),
                past.score(),
                past.scores(),
                past.comment(),
                past.sentAt(),
                past.answeredAt(),
                null,
                null,
                null,
                null);
    }

    PastAnswer answer() {
        return new PastAnswer(kind, score, scores, comment, sentAt, answeredAt);
    }
}
