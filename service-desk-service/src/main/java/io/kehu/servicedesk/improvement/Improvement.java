package io.kehu.servicedesk.improvement;

import io.kehu.events.ImprovementEvent;
import io.kehu.events.ImprovementState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import io.kehu.servicedesk.questionnaire.SurveyKind;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** An improvement action 改进措施: what somebody does so that customers answer better, and whether they do. */
@Entity
public class Improvement extends CustomerRecord<ImprovementState> implements Served<ImprovementView> {

    static final String NUMBER_PREFIX = "IA";

    /** How it stands. */
    public enum Status {
        /** 进行中. */
        OPEN,
        /** 已完成. */
        DONE,
        /** 已取消. */
        CANCELLED
    }

    private String name;
    private String description;

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private String dimension;
    private UUID customerId;
    private UUID productId;
    private String ticketType;
    private String ticketCategory;
    private String agent;
    private String questionnaire;
    private int days;
    private LocalDate dueOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<UUID> surveys = Set.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<UUID> tickets = Set.of();

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    private Instant openedAt;
    private BigDecimal scoreBefore;
    private int answersBefore;
    private BigDecimal scoreAfter;
    private Integer answersAfter;
    private Instant endedAt;

    protected Improvement() {}

    Improvement(String number, String owner, String team, ImprovementFields fields) {
        super(number, owner, team);
        openedAt = EventLog.now();
        set(fields);
    }

    /** Takes over what was measured before anything was done. */
    void begin(Mean before) {
        scoreBefore = before.score();
        answersBefore = before.answers();
    }

    ImprovementEvent opened() {
        return new ImprovementEvent.Opened();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<ImprovementEvent> update(ImprovementFields fields) {
        requireOpen();
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    private void set(ImprovementFields fields) {
        name = fields.name();
        description = fields.description();
        kind = fields.kind();
        dimension = fields.dimension();
        customerId = fields.customerId();
        productId = fields.productId();
        ticketType = fields.ticketType();
        ticketCategory = fields.ticketCategory();
        agent = fields.agent();
        questionnaire = fields.questionnaire();
        days = fields.days();
        dueOn = fields.dueOn();
        surveys = fields.surveys();
        tickets = fields.tickets();
    }

    /** From when on answers count that tell of before, as {@code terms} say. */
    Instant measuredFrom(ImprovementFields terms) {
        return openedAt.minus(Duration.ofDays(terms.days()));
    }

    Instant openedAt() {
        return openedAt;
    }

    /** From when on answers count that tell of after: none of before it was opened. */
    Instant measuredSince(Instant now) {
        var from = now.minus(Duration.ofDays(days));
        return from.isBefore(openedAt) ? openedAt : from;
    }

    ImprovementEvent complete(Mean after, Instant now) {
        requireOpen();
        status = Status.DONE;
        scoreAfter = after.score();
        answersAfter = after.answers();
        endedAt = now;
        return new ImprovementEvent.Done(scoreBefore, scoreAfter);
    }

    ImprovementEvent cancel(String reason) {
        requireOpen();
        status = Status.CANCELLED;
        endedAt = EventLog.now();
        return new ImprovementEvent.Cancelled(reason);
    }

    void requireOpen() {
        if (status != Status.OPEN) {
            throw new RuleViolation("improvement.ended", number(), status);
        }
    }

    @Override
    public ImprovementEvent remove() {
        delete();
        return new ImprovementEvent.Deleted();
    }

    @Override
    public ImprovementEvent takeBack() {
        restore();
        return new ImprovementEvent.Restored();
    }

    @Override
    public ImprovementEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return updated(Set.of("customerId"));
    }

    @Override
    public ImprovementEvent updated(Set<String> fields) {
        return new ImprovementEvent.Updated(fields);
    }

    @Override
    protected ImprovementEvent ownerChanged(
            String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new ImprovementEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    ImprovementFields fields() {
        return new ImprovementFields(
                name,
                description,
                kind,
                dimension,
                customerId,
                productId,
                ticketType,
                ticketCategory,
                agent,
                questionnaire,
                days,
                dueOn,
                surveys,
                tickets);
    }

    @Override
    public ImprovementState state() {
        return new ImprovementState(
                id(),
                number(),
                name,
                owner(),
                team(),
                externalIds(),
                kind.name(),
                dimension,
                customerId,
                productId,
                ticketType,
                ticketCategory,
                agent,
                questionnaire,
                days,
                dueOn,
                status.name(),
                scoreBefore,
                answersBefore,
                scoreAfter,
                answersAfter,
                endedAt,
                surveys.stream().sorted().toList(),
                tickets.stream().sorted().toList(),
                deleted(),
                collaborators());
    }

    @Override
    public ImprovementPersonal personal() {
        return new ImprovementPersonal(description);
    }

    @Override
    public ImprovementView view() {
        return ImprovementView.of(state(), personal(), lifespan());
    }
}
