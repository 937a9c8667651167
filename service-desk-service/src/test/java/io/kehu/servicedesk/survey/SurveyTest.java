package io.kehu.servicedesk.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kehu.events.EventJson;
import io.kehu.events.SurveyEvent;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.servicedesk.questionnaire.Asking;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final UUID TICKET = UUID.randomUUID();
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Questionnaire TERMS = Asking.of("CSAT", "\"occasion\":\"TICKET_CLOSED\"", """
            ,"expiryDays":10,"reminders":{"afterDays":4,"atMost":3}""");

    private static Survey survey() {
        return new Survey(
                "S1",
                Subject.of(ClosedTickets.state(TICKET, "ben"), CUSTOMER),
                new QuestionnaireView("csat", 3, TERMS, NOW, "root"));
    }

    private static Survey sent() {
        var survey = survey();
        survey.send(NOW, TERMS);
        return survey;
    }

    private static Instant day(int day) {
        return NOW.plus(Duration.ofDays(day));
    }

    @Test
    void asksAboutTheTicketOfWhoeverOwnedIt() {
        var survey = survey();
        assertThat(survey.send(NOW, TERMS)).isEqualTo(new SurveyEvent.Sent());
        assertThat(survey.owner()).isEqualTo("ben");
        var state = survey.state();
        assertThat(state.ticketId()).isEqualTo(TICKET);
        assertThat(state.customerId()).isEqualTo(CUSTOMER);
        assertThat(state.agent()).isEqualTo("ben");
        assertThat(state.status()).isEqualTo("SENT");
        assertThat(state.sentAt()).isEqualTo(NOW);
        assertThat(state.expiresAt()).isEqualTo(day(10));
        assertThat(state.questionnaire()).isEqualTo("csat");
        assertThat(state.questionnaireVersion()).isEqualTo(3);
        assertThat(state.occasion()).isEqualTo("TICKET_CLOSED");
        assertThat(survey.personal()).isNull();
    }

    @Test
    void takesNoWordsWhereNoneAreAskedFor() throws JsonProcessingException {
        var json = Asking.json("CSAT", "\"occasion\":\"MANUAL\"", "").replaceFirst("\"comment\":\\{.*?}},", "");
        var terms = EventJson.mapper().readValue(json, Questionnaire.class);
        assertThat(new SurveyAnswer(3, Map.of(), "and more").faults(terms))
                .extracting(InvalidField::field, InvalidField::code)
                .containsExactly(tuple("comment", "survey.not-asked"));
        assertThat(new SurveyAnswer(3, Map.of(), " ").faults(terms)).isEmpty();
    }

    @Test
    void takesAnAnswer() {
        var survey = sent();
        var answer = new SurveyAnswer(2, Map.of("PRICE", 3), "Mr Li was kind");
        assertThat(survey.answer(answer, AnsweredBy.LINK, TERMS, day(1))).isEqualTo(new SurveyEvent.Answered(2));
        assertThat(survey.state().score()).isEqualTo(2);
        assertThat(survey.state().scores()).isEqualTo(Map.of("PRICE", 3));
        assertThat(survey.state().answeredAt()).isEqualTo(day(1));
        assertThat(survey.state().answeredBy()).isEqualTo("LINK");
        assertThat(survey.state().detractor()).isTrue();
        assertThat(survey.state().toString()).doesNotContain("Mr Li");
        assertThat(survey.personal()).isEqualTo(new SurveyPersonal("Mr Li was kind"));
    }

    @Test
    void takesNoAnswerToWhatIsNotAsked() {
        var survey = sent();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> survey.answer(
                        new SurveyAnswer(null, Map.of("WEATHER", 3), null), AnsweredBy.PHONE, TERMS, NOW));
        assertThat(survey.state().status()).isEqualTo("SENT");
    }

    @Test
    void isAnsweredOnce() {
        var survey = sent();
        survey.answer(new SurveyAnswer(1, null, null), AnsweredBy.PHONE, TERMS, NOW);
        refuses(survey, NOW, "survey.answered");
        assertThat(survey.state().score()).isEqualTo(1);
    }

    @Test
    void isNotAnsweredBeforeItIsSentOrAfterItsTime() {
        var scheduled = survey();
        scheduled.schedule(day(2));
        refuses(scheduled, NOW, "survey.not-open");
        refuses(sent(), day(10), "survey.not-open");
        var withheld = survey();
        assertThat(withheld.withhold(Withholding.QUIET)).isEqualTo(new SurveyEvent.Withheld("QUIET"));
        refuses(withheld, NOW, "survey.not-open");
        assertThat(withheld.state().withheld()).isEqualTo("QUIET");
    }

    private static void refuses(Survey survey, Instant now, String code) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> survey.answer(new SurveyAnswer(5, null, null), AnsweredBy.PHONE, TERMS, now))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo(code));
    }

    @Test
    void remindsAndThenEnds() {
        var survey = sent();
        assertThat(survey.remindOrEnd(day(4), TERMS)).isEqualTo(new SurveyEvent.Reminded(1));
        assertThat(survey.remindOrEnd(day(8), TERMS)).isEqualTo(new SurveyEvent.Reminded(2));
        assertThat(survey.state().remindedAt()).isEqualTo(day(8));
        assertThat(survey.remindOrEnd(day(11), TERMS)).isEqualTo(new SurveyEvent.Expired());
        assertThat(survey.state().status()).isEqualTo("EXPIRED");
    }

    @Test
    void invitesOnlyWhileItIsOpen() {
        var survey = sent();
        assertThat(survey.invite(new byte[] {1}, day(1))).isEqualTo(new SurveyEvent.Invited());
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> survey.invite(new byte[] {2}, day(10)));
    }
}
