package io.kehu.servicedesk.survey;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.servicedesk.questionnaire.SurveyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a customer answered in another system.
 *
 * @param sentAt when it was asked, null if that is not known
 */
record PastAnswer(
        SurveyKind kind,
        Integer score,
        Map<String, Integer> scores,
        String comment,
        Instant sentAt,
        Instant answeredAt) {

    PastAnswer {
        scores = scores == null ? Map.of() : Map.copyOf(scores);
        sentAt = sentAt == null ? answeredAt : sentAt;
    }

    boolean isLow() {
        return score != null && kind.low() != null && score <= kind.low();
    }

    /** What of it is no answer of its kind; empty if all is well. */
    List<InvalidField> faults() {
        var faults = new ArrayList<InvalidField>();
        if (score == null && kind != SurveyKind.CUSTOM) {
            faults.add(new InvalidField("score", "field.required"));
        } else if (score != null) {
            judge("score", score, faults);
        }
        scores.forEach((dimension, value) -> judge("scores." + dimension, value, faults));
        if (sentAt.isAfter(answeredAt)) {
            faults.add(new InvalidField("sentAt", "survey.sent-late"));
        }
        return faults;
    }

    private void judge(String field, int value, List<InvalidField> faults) {
        var scale = kind.scale();
        if (!scale.has(value)) {
            faults.add(new InvalidField(field, "survey.score", scale.lowest(), scale.highest()));
        }
    }
}
