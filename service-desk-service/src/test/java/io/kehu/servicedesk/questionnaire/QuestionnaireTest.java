package io.kehu.servicedesk.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.servicedesk.survey.SurveyAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionnaireTest {

    private static final String BY_HAND = "\"occasion\":\"MANUAL\"";

    private static Questionnaire of(String kind, String more) {
        return Asking.of(kind, BY_HAND, more);
    }

    @Test
    void saysWhatIsLeftOut() {
        var plain = of("NPS", "");
        assertThat(plain.active()).isTrue();
        assertThat(plain.delay()).isZero();
        assertThat(plain.life()).isEqualTo(Duration.ofDays(30));
        assertThat(plain.samplingPercent()).isEqualTo(100);
        assertThat(plain.questions().getFirst().required()).isTrue();
        assertThat(plain.questions().getLast().required()).isFalse();
    }

    @Test
    void hasTheScaleAndTheDetractorsOfItsKind() {
        assertThat(of("CSAT", "").range()).isEqualTo(new Scale(1, 5));
        assertThat(of("NPS", "").range()).isEqualTo(new Scale(0, 10));
        assertThat(of("CES", "").range()).isEqualTo(new Scale(1, 7));
        assertThat(of("CUSTOM", ",\"scale\":{\"lowest\":0,\"highest\":3}").range())
                .isEqualTo(new Scale(0, 3));
        assertThat(of("CSAT", "").isLow(2)).isTrue();
        assertThat(of("CSAT", "").isLow(3)).isFalse();
        assertThat(of("NPS", "").isLow(6)).isTrue();
        assertThat(of("NPS", "").isLow(7)).isFalse();
        assertThat(of("CES", "").isLow(3)).isTrue();
        assertThat(of("CUSTOM", "").isLow(1)).isFalse();
        assertThat(of("CSAT", ",\"detractorThreshold\":3").isLow(3)).isTrue();
        assertThat(of("CSAT", "").isLow(null)).isFalse();
    }

    @Test
    void takesAnOccasionIntoTheSampleAlwaysOrNever() {
        var half = of("CSAT", ",\"samplingPercent\":50");
        var some = IntStream.range(0, 10_000)
                .mapToObj(index -> UUID.nameUUIDFromBytes(new byte[] {(byte) index, (byte) (index >> 8)}))
                .toList();
        var taken = some.stream().filter(half::samples).toList();
        assertThat(taken).hasSizeBetween(4_800, 5_200);
        assertThat(some.stream().filter(half::samples)).isEqualTo(taken);
        assertThat(some.stream().filter(of("CSAT", ",\"samplingPercent\":0")::samples))
                .isEmpty();
        assertThat(some).allMatch(of("CSAT", "")::samples);
    }

    @Test
    void tellsWhatDoesNotFitTogether() {
        assertThat(of("CSAT", "").faults()).isEmpty();
        assertThat(of("CSAT", ",\"scale\":{\"lowest\":0,\"highest\":3}").faults())
                .extracting(InvalidField::field)
                .containsExactly("scale");
        assertThat(of("CSAT", ",\"detractorThreshold\":9").faults())
                .extracting(InvalidField::field)
                .containsExactly("detractorThreshold");
        assertThat(faultsOf("\"occasion\":\"SCHEDULE\"")).containsExactly("trigger.everyDays");
        assertThat(faultsOf("\"occasion\":\"SCHEDULE\",\"everyDays\":9,\"dayOfMonth\":1"))
                .containsExactly("trigger.everyDays");
        assertThat(faultsOf("\"occasion\":\"SCHEDULE\",\"everyDays\":9")).isEmpty();
        assertThat(faultsOf("\"occasion\":\"CONTRACT_SIGNED\",\"ticketTypes\":[\"REPAIR\"],\"everyDays\":9"))
                .containsExactly("trigger.ticketTypes", "trigger.everyDays");
    }

    private static Iterable<String> faultsOf(String trigger) {
        return Asking.of("CSAT", trigger, "").faults().stream()
                .map(InvalidField::field)
                .toList();
    }

    @Test
    void isSentWhereAllHoldsThatItsTriggerStates() {
        var trigger = Asking.of("CSAT", """
                "occasion":"TICKET_CLOSED","ticketTypes":["REPAIR"],"priorities":["HIGH"],"customerLevels":["A"]""", "").trigger();
        assertThat(trigger.fits(Occasion.TICKET_CLOSED, "REPAIR", "HIGH", "A")).isTrue();
        assertThat(trigger.fits(Occasion.CONTRACT_SIGNED, "REPAIR", "HIGH", "A"))
                .isFalse();
        assertThat(trigger.fits(Occasion.TICKET_CLOSED, "INQUIRY", "HIGH", "A")).isFalse();
        assertThat(trigger.fits(Occasion.TICKET_CLOSED, null, "HIGH", "A")).isFalse();
        assertThat(trigger.fits(Occasion.TICKET_CLOSED, "REPAIR", "LOW", "A")).isFalse();
        assertThat(trigger.fits(Occasion.TICKET_CLOSED, "REPAIR", "HIGH", null)).isFalse();
    }

    @Test
    void judgesAnswersByItsQuestionsAndScale() {
        assertThat(faults(new SurveyAnswer(5, Map.of("PRICE", 1), null))).isEmpty();
        assertThat(faults(new SurveyAnswer(null, null, null))).containsExactly("score");
        assertThat(faults(new SurveyAnswer(6, Map.of("PRICE", 0), null))).containsExactly("score", "scores.PRICE");
        assertThat(faults(new SurveyAnswer(5, Map.of("WEATHER", 3), null))).containsExactly("scores.WEATHER");
    }

    private static Iterable<String> faults(SurveyAnswer answer) {
        return answer.faults(of("CSAT", "")).stream().map(InvalidField::field).toList();
    }
}
