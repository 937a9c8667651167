package io.kehu.servicedesk.survey;

import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import io.kehu.servicedesk.questionnaire.SurveyKind;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What was answered to an inquiry: the part of a survey that is there when it is over. */
@MappedSuperclass
abstract class Response extends Inquiry {

    private Integer score;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, Integer> scores = Map.of();

    private String comment;

    @Enumerated(EnumType.STRING)
    private AnsweredBy answeredBy;

    private Instant answeredAt;
    private Boolean detractor;

    protected Response() {}

    Response(String number, Subject subject, QuestionnaireView questionnaire) {
        super(number, subject, questionnaire);
    }

    Response(String number, SurveyKind kind, Subject subject) {
        super(number, kind, subject);
    }

    /** 422 for what does not answer {@code questionnaire}. */
    final void respond(SurveyAnswer answer, AnsweredBy way, Questionnaire questionnaire, Instant now) {
        var faults = answer.faults(questionnaire);
        if (!faults.isEmpty()) {
            throw new Invalid("validation.failed", faults);
        }
        score = answer.score();
        scores = answer.scores();
        comment = answer.comment();
        answeredBy = way;
        answeredAt = now;
        detractor = questionnaire.isLow(score);
    }

    /** Takes over what another system tells; what was asked stays. */
    final void respond(PastAnswer past) {
        if (past.kind() != kind()) {
            throw new Invalid("validation.failed", List.of(new InvalidField("kind", "survey.kind-stays", kind())));
        }
        score = past.score();
        scores = past.scores();
        comment = past.comment();
        answeredBy = AnsweredBy.IMPORT;
        answeredAt = past.answeredAt();
        detractor = past.isLow();
    }

    /** As another system told it. */
    final PastAnswer past(Instant sentAt) {
        return new PastAnswer(kind(), score, scores, comment, sentAt, answeredAt);
    }

    @Override
    public final SurveyPersonal personal() {
        return comment == null ? null : new SurveyPersonal(comment);
    }

    final Integer score() {
        return score;
    }

    final Map<String, Integer> scores() {
        return scores;
    }

    final AnsweredBy answeredBy() {
        return answeredBy;
    }

    final Instant answeredAt() {
        return answeredAt;
    }

    final Boolean detractor() {
        return detractor;
    }
}
