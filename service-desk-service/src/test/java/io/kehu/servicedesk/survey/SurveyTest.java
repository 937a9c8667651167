package io.kehu.servicedesk.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kehu.events.SurveyEvent;
import io.kehu.platform.problem.RuleViolation;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final UUID TICKET = UUID.randomUUID();

    private static Survey survey() {
        var ticket = ClosedTickets.state(TICKET, "ben");
        return new Survey("S1", ticket, ticket.customerId());
    }

    @Test
    void asksAboutTheTicketOfWhoeverOwnedIt() {
        var survey = survey();
        assertThat(survey.sent()).isEqualTo(new SurveyEvent.Sent());
        assertThat(survey.owner()).isEqualTo("ben");
        assertThat(survey.state().ticketId()).isEqualTo(TICKET);
        assertThat(survey.state().agent()).isEqualTo("ben");
        assertThat(survey.state().status()).isEqualTo("SENT");
        assertThat(survey.state().sentAt()).isNotNull();
        assertThat(survey.personal()).isNull();
    }

    @Test
    void takesAnAnswer() {
        var survey = survey();
        var scores = Map.of(Survey.Dimension.SERVICE_ATTITUDE, 5, Survey.Dimension.RESPONSE_SPEED, 3);
        assertThat(survey.answer(new SurveyAnswer(4, scores, "Mr Li was kind"))).isEqualTo(new SurveyEvent.Answered(4));
        assertThat(survey.state().score()).isEqualTo(4);
        assertThat(survey.state().scores()).isEqualTo(Map.of("SERVICE_ATTITUDE", 5, "RESPONSE_SPEED", 3));
        assertThat(survey.state().answeredAt()).isNotNull();
        assertThat(survey.state().toString()).doesNotContain("Mr Li");
        assertThat(survey.personal()).isEqualTo(new SurveyPersonal("Mr Li was kind"));
    }

    @Test
    void isAnsweredOnce() {
        var survey = survey();
        survey.answer(new SurveyAnswer(1, null, null));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> survey.answer(new SurveyAnswer(5, null, null)))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("survey.answered"));
        assertThat(survey.state().score()).isEqualTo(1);
    }
}
