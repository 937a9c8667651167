package io.kehu.activity;

import io.kehu.events.ActivityEvent;
import io.kehu.events.ActivityState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.CustomerRecord;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** An activity 活动/跟进记录: something that was done for a customer or an opportunity. Its owner is who did it. */
@Entity
public class Activity extends CustomerRecord<ActivityState> implements Served<ActivityView> {

    /** How somebody got in touch. */
    public enum Type {
        CALL,
        MEETING,
        EMAIL,
        VISIT,
        IN_PERSON,
        ONLINE_MEETING,
        SOCIAL,
        WECHAT,
        NOTE;

        /** Whether it is known at once if the other side was reached. */
        boolean reaches() {
            return switch (this) {
                case CALL, MEETING, VISIT, IN_PERSON, ONLINE_MEETING -> true;
                case EMAIL, SOCIAL, WECHAT, NOTE -> false;
            };
        }
    }

    /** Who began it. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    /** Whether the other side was reached. */
    public enum Outcome {
        CONNECTED,
        NO_ANSWER
    }

    /** What came of it. */
    public enum Result {
        NEW_NEED,
        NEEDS_FOLLOW_UP,
        AGREED,
        REJECTED
    }

    /** How far a caller's clock may be ahead of ours. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    @Enumerated(EnumType.STRING)
    private Type type;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private String subject;
    private String content;
    private Instant happenedAt;
    private Integer minutes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> participants = Set.of();

    private UUID customerId;
    private UUID opportunityId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<UUID> contactIds = List.of();

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<Result> results = Set.of();

    private String needs;
    private String feedback;

    protected Activity() {}

    Activity(String number, String owner, String team, ActivityFields fields) {
        super(number, owner, team);
        set(fields);
    }

    ActivityEvent logged() {
        return new ActivityEvent.Logged();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<ActivityEvent> update(ActivityFields fields) {
        var before = fields();
        set(fields);
        if (fields.performedBy() != null && !fields.performedBy().equals(owner())) {
            changeOwner(fields.performedBy(), team());
        }
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    @Override
    public ActivityEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return updated(Set.of("customerId"));
    }

    @Override
    public ActivityEvent remove() {
        delete();
        return new ActivityEvent.Deleted();
    }

    @Override
    public ActivityEvent takeBack() {
        restore();
        return new ActivityEvent.Restored();
    }

    Instant happenedAt() {
        return happenedAt;
    }

    private void set(ActivityFields fields) {
        require(fields);
        type = fields.type();
        direction = fields.direction();
        subject = fields.subject();
        content = fields.content();
        happenedAt = fields.happenedAt();
        minutes = fields.minutes();
        participants = fields.participants();
        customerId = fields.customerId();
        opportunityId = fields.opportunityId();
        contactIds = fields.contactIds();
        outcome = fields.outcome();
        results = fields.results();
        needs = fields.needs();
        feedback = fields.feedback();
    }

    private static void require(ActivityFields fields) {
        if (fields.customerId() == null && fields.opportunityId() == null) {
            throw invalid(new InvalidField("customerId", "activity.about-nothing"));
        }
        if (fields.outcome() != null && !fields.type().reaches()) {
            throw invalid(new InvalidField("outcome", "activity.outcome", fields.type()));
        }
        if (fields.happenedAt().isAfter(Instant.now().plus(CLOCK_TOLERANCE))) {
            throw invalid(new InvalidField("happenedAt", "activity.not-yet"));
        }
    }

    static Invalid invalid(InvalidField field) {
        return new Invalid("validation.failed", List.of(field));
    }

    ActivityFields fields() {
        return new ActivityFields(
                type,
                direction,
                subject,
                content,
                happenedAt,
                minutes,
                owner(),
                participants,
                customerId,
                opportunityId,
                contactIds,
                outcome,
                results,
                needs,
                feedback);
    }

    @Override
    public ActivityEvent updated(Set<String> fields) {
        return new ActivityEvent.Updated(fields);
    }

    @Override
    protected ActivityEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new ActivityEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    @Override
    public ActivityState state() {
        return new ActivityState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                type.name(),
                direction == null ? null : direction.name(),
                happenedAt,
                minutes,
                customerId,
                opportunityId,
                contactIds,
                outcome == null ? null : outcome.name(),
                results.stream().map(Result::name).collect(Collectors.toUnmodifiableSet()),
                deleted(),
                collaborators());
    }

    @Override
    public ActivityPersonal personal() {
        return new ActivityPersonal(subject, content, participants, needs, feedback);
    }

    @Override
    public ActivityView view() {
        return ActivityView.of(state(), personal(), lifespan());
    }
}
