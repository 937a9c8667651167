package io.kehu.servicedesk.survey;

import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import io.kehu.servicedesk.questionnaire.Questionnaire;
import io.kehu.servicedesk.questionnaire.QuestionnaireView;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;

/** A satisfaction survey 满意度调查: somebody is asked for one occasion, and answers once or not at all. */
@Entity
public class Survey extends Response implements Served<SurveyView> {

    public static final String NUMBER_PREFIX = "S";

    /** How long a link to a survey is good that ends never by itself, as those of before there were questionnaires. */
    private static final Duration LINK_LIFE = Duration.ofDays(30);

    @Enumerated(EnumType.STRING)
    private SurveyStatus status;

    @Enumerated(EnumType.STRING)
    private Withholding withheld;

    private Instant dueAt;
    private Instant sentAt;
    private int reminders;
    private Instant remindedAt;
    private Instant expiresAt;
    private Instant nextStepAt;
    private byte[] tokenHash;

    protected Survey() {}

    Survey(String number, Subject subject, QuestionnaireView questionnaire) {
        super(number, subject, questionnaire);
    }

    private Survey(String number, Subject subject, PastAnswer past) {
        super(number, past.kind(), subject);
        status = SurveyStatus.ANSWERED;
        sentAt = past.sentAt();
        respond(past);
    }

    /** An answer of another system's past. */
    static Survey ofPast(String number, Subject subject, PastAnswer past) {
        return new Survey(number, subject, past);
    }

    SurveyEvent schedule(Instant due) {
        status = SurveyStatus.SCHEDULED;
        dueAt = due;
        nextStepAt = due;
        return new SurveyEvent.Scheduled();
    }

    SurveyEvent withhold(Withholding why) {
        status = SurveyStatus.WITHHELD;
        withheld = why;
        nextStepAt = null;
        return new SurveyEvent.Withheld(why.name());
    }

    SurveyEvent send(Instant now, Questionnaire terms) {
        status = SurveyStatus.SENT;
        dueAt = dueAt == null ? now : dueAt;
        sentAt = now;
        expiresAt = now.plus(terms.life());
        nextStepAt = afterSending(terms);
        return new SurveyEvent.Sent();
    }

    /** What time brings to one that waits for its answer: the end, or else a reminder. */
    SurveyEvent remindOrEnd(Instant now, Questionnaire terms) {
        if (!now.isBefore(expiresAt)) {
            status = SurveyStatus.EXPIRED;
            nextStepAt = null;
            return new SurveyEvent.Expired();
        }
        reminders++;
        remindedAt = now;
        nextStepAt = afterSending(terms);
        return new SurveyEvent.Reminded(reminders);
    }

    private Instant afterSending(Questionnaire terms) {
        if (terms.reminders() == null || reminders >= terms.reminders().atMost()) {
            return expiresAt;
        }
        var last = remindedAt == null ? sentAt : remindedAt;
        var next = last.plus(Duration.ofDays(terms.reminders().afterDays()));
        return next.isBefore(expiresAt) ? next : expiresAt;
    }

    /** Gives it another link, by whose token it is answered; the one of before is void. */
    SurveyEvent invite(byte[] newTokenHash, Instant now) {
        requireOpen(now);
        tokenHash = newTokenHash;
        expiresAt = expiresAt == null ? now.plus(LINK_LIFE) : expiresAt;
        nextStepAt = nextStepAt == null ? expiresAt : nextStepAt;
        return new SurveyEvent.Invited();
    }

    SurveyEvent answer(SurveyAnswer answer, AnsweredBy way, Questionnaire questionnaire, Instant now) {
        requireOpen(now);
        respond(answer, way, questionnaire, now);
        status = SurveyStatus.ANSWERED;
        nextStepAt = null;
        return new SurveyEvent.Answered(score());
    }

    /** Takes over what another system tells of it anew. */
    void correct(PastAnswer past) {
        respond(past);
        sentAt = past.sentAt();
    }

    /** The answer as another system told it; 409 unless it came from there. */
    PastAnswer past() {
        if (answeredBy() != AnsweredBy.IMPORT) {
            throw new RuleViolation("survey.not-imported", number());
        }
        return past(sentAt);
    }

    private void requireOpen(Instant now) {
        if (status == SurveyStatus.ANSWERED) {
            throw new RuleViolation("survey.answered", number());
        }
        if (status != SurveyStatus.SENT || isOver(now)) {
            throw new RuleViolation("survey.not-open", number(), isOver(now) ? SurveyStatus.EXPIRED : status);
        }
    }

    /** Whether the time for the answer is over, also before the timer has told so. */
    public boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    SurveyEvent detracts() {
        return new SurveyEvent.Detractor(score());
    }

    @Override
    public SurveyEvent remove() {
        delete();
        return new SurveyEvent.Deleted();
    }

    @Override
    public SurveyEvent takeBack() {
        restore();
        return new SurveyEvent.Restored();
    }

    public SurveyStatus status() {
        return status;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public SurveyState state() {
        return new SurveyState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                kind().name(),
                ticketId(),
                customerId(),
                agent(),
                ticketType(),
                priority(),
                status.name(),
                score(),
                scores(),
                sentAt,
                answeredAt(),
                deleted(),
                collaborators(),
                questionnaire(),
                questionnaireVersion(),
                name(occasion()),
                contactId(),
                contractId(),
                productId(),
                ticketCategory(),
                name(answeredBy()),
                dueAt,
                remindedAt,
                expiresAt,
                detractor(),
                name(withheld));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    @Override
    public SurveyView view() {
        return new SurveyView(state(), personal(), lifespan());
    }
}
