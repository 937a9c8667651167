package io.kehu.servicedesk.survey;

import io.kehu.events.SurveyEvent;
import io.kehu.events.SurveyState;
import io.kehu.events.TicketState;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A satisfaction survey 满意度调查: what the customer thought of one ticket, asked once when it was closed. */
@Entity
public class Survey extends CustomerRecord<SurveyState> {

    /** What is measured. */
    public enum Kind {
        CSAT
    }

    /** Whether there is an answer. */
    public enum Status {
        SENT,
        ANSWERED
    }

    /** What a score can be about besides the whole. */
    public enum Dimension {
        PRODUCT_QUALITY,
        SERVICE_ATTITUDE,
        RESPONSE_SPEED,
        PRICE
    }

    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.CSAT;

    private UUID ticketId;
    private UUID customerId;
    private String agent;
    private String ticketType;
    private String priority;

    @Enumerated(EnumType.STRING)
    private Status status = Status.SENT;

    private Integer score;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<Dimension, Integer> scores = Map.of();

    private String comment;
    private Instant sentAt;
    private Instant answeredAt;

    protected Survey() {}

    /** Asks about {@code ticket} as it was when it was closed; whoever owns the ticket owns the survey. */
    Survey(String number, TicketState ticket, UUID customer) {
        super(number, ticket.owner(), ticket.team());
        ticketId = ticket.id();
        customerId = customer;
        agent = ticket.assignee();
        ticketType = ticket.type();
        priority = ticket.priority();
        sentAt = EventLog.now();
    }

    SurveyEvent sent() {
        return new SurveyEvent.Sent();
    }

    SurveyEvent answer(SurveyAnswer answer) {
        if (status == Status.ANSWERED) {
            throw new RuleViolation("survey.answered", number());
        }
        status = Status.ANSWERED;
        score = answer.score();
        scores = answer.scores() == null ? Map.of() : Map.copyOf(answer.scores());
        comment = answer.comment();
        answeredAt = EventLog.now();
        return new SurveyEvent.Answered(score);
    }

    @Override
    protected SurveyEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new SurveyEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public SurveyEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return new SurveyEvent.CustomerChanged(merged, survivor);
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
                kind.name(),
                ticketId,
                customerId,
                agent,
                ticketType,
                priority,
                status.name(),
                score,
                scores.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                entry -> entry.getKey().name(), Map.Entry::getValue)),
                sentAt,
                answeredAt,
                deleted(),
                collaborators(),
                null,
                null,
                "TICKET_CLOSED",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public SurveyPersonal personal() {
        return comment == null ? null : new SurveyPersonal(comment);
    }

    SurveyView view() {
        return new SurveyView(state(), personal(), lifespan());
    }
}
