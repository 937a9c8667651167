package io.kehu.opportunity.target;

import io.kehu.events.CustomFields;
import io.kehu.events.TargetEvent;
import io.kehu.events.TargetState;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.eventlog.StandaloneRecord;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A sales target 业绩目标: what somebody is to reach in each month of a year. A user's is seen as the user's own rows are, a
 * team's as the team's, and the company's by those who see everything.
 */
@Entity
public class Target extends StandaloneRecord<TargetState> implements Served<TargetView> {

    static final String NUMBER_PREFIX = "G";

    /** Whose target it is. */
    @Schema(name = "TargetSubject")
    public enum SubjectKind {
        COMPANY,
        TEAM,
        USER
    }

    /** What is counted: won deals, signed contracts or money received. */
    @Schema(name = "TargetMetric")
    public enum Metric {
        WON_AMOUNT,
        CONTRACT_AMOUNT,
        COLLECTED_AMOUNT,
        WON_COUNT;

        boolean isMoney() {
            return switch (this) {
                case WON_AMOUNT, CONTRACT_AMOUNT, COLLECTED_AMOUNT -> true;
                case WON_COUNT -> false;
            };
        }
    }

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private String subject;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    private int year;
    private String currency;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<BigDecimal> months;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> tags = Set.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CustomFields customFields = CustomFields.NONE;

    protected Target() {}

    Target(String number, Subject whose, TargetFields fields) {
        super(number, whose.owner(), whose.team());
        subjectKind = fields.subjectKind();
        subject = fields.subject();
        metric = fields.metric();
        year = fields.year();
        set(fields);
    }

    TargetEvent created() {
        return new TargetEvent.Set();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<TargetEvent> update(TargetFields fields) {
        if (fields.subjectKind() != subjectKind
                || !Objects.equals(fields.subject(), subject)
                || fields.metric() != metric
                || fields.year() != year) {
            throw invalid("subject", "target.stays");
        }
        var before = fields();
        set(fields);
        return ChangedFields.between(before, fields()).isEmpty()
                ? Optional.empty()
                : Optional.of(new TargetEvent.Set());
    }

    private void set(TargetFields fields) {
        if (metric.isMoney() != (fields.currency() != null)) {
            throw invalid("currency", metric.isMoney() ? "field.required" : "target.count-currency");
        }
        currency = fields.currency();
        months = fields.months();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
        customFields = fields.customFields() == null ? CustomFields.NONE : fields.customFields();
    }

    @Override
    public TargetEvent remove() {
        delete();
        return new TargetEvent.Deleted();
    }

    @Override
    public TargetEvent takeBack() {
        restore();
        return new TargetEvent.Restored();
    }

    @Override
    public TargetEvent updated(Set<String> fields) {
        return new TargetEvent.Set();
    }

    @Override
    protected TargetEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new TargetEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    private static Invalid invalid(String field, String code) {
        return new Invalid("validation.failed", List.of(new InvalidField(field, code)));
    }

    TargetFields fields() {
        return new TargetFields(subjectKind, subject, metric, year, currency, months, tags, customFields);
    }

    @Override
    public TargetState state() {
        return new TargetState(
                id(),
                number(),
                null,
                owner(),
                team(),
                externalIds(),
                subjectKind.name(),
                subject,
                metric.name(),
                year,
                currency,
                months,
                deleted(),
                collaborators(),
                tags,
                customFields.values());
    }

    @Override
    public TargetView view() {
        return TargetView.of(state(), lifespan());
    }
}
