package io.kehu.reporting;

import io.kehu.events.Event;
import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.testing.EventStream;
import io.kehu.testing.StateBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A survey as service-desk-service would tell it, answered or not. */
final class Answer {

    private final UUID id = UUID.randomUUID();
    private final StateBuilder<SurveyState> state = StateBuilder.of(SurveyState.class)
            .with("id", id)
            .with("number", "S" + id)
            .with("team", "/support")
            .with("kind", "CSAT")
            .with("ticketType", "REPAIR")
            .with("status", "SENT");
    private Integer score;

    Answer of(String kind) {
        return with("kind", kind);
    }

    Answer by(String agent) {
        return with("agent", agent).with("owner", agent);
    }

    Answer sent(String date) {
        return with("sentAt", Deal.day(date));
    }

    /** @param newScore null for what has no overall question */
    Answer answered(String date, Integer newScore, Map<String, Integer> scores) {
        return answered(Deal.day(date), newScore, scores);
    }

    Answer answered(Instant at, Integer newScore, Map<String, Integer> scores) {
        score = newScore;
        return with("answeredAt", at)
                .with("status", "ANSWERED")
                .with("score", newScore)
                .with("scores", scores);
    }

    /** @param component of {@link SurveyState} */
    Answer with(String component, Object value) {
        state.with(component, value);
        return this;
    }

    /** The last of its events, which is all that a read model of current states needs. */
    Event told() {
        var event = score == null ? new SurveyEvent.Sent() : new SurveyEvent.Answered(score);
        return EventStream.event(event, state.build(), score == null ? 1 : 2);
    }

    static List<Event> told(List<Answer> answers) {
        return answers.stream().map(Answer::told).toList();
    }
}
