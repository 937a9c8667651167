package io.kehu.opportunity;

import io.kehu.events.CustomFields;
import io.kehu.events.Money;
import io.kehu.events.OpportunityEvent;
import io.kehu.events.OpportunityState;
import io.kehu.platform.eventlog.EventLog;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** All that is kept of an opportunity, so that {@link Opportunity} itself reads as its rules. */
@MappedSuperclass
abstract class Deal extends StagedDeal {

    private String name;
    private UUID customerId;
    private BigDecimal amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private AmountSource amountSource;

    private LocalDate expectedCloseDate;
    private Instant openedAt;
    private String source;
    private String nextStep;
    private String description;
    private int pushCount;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<OpportunityLine> lines;

    private UUID campaignId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<DealContact> contacts = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<DealCompetitor> competitors = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<TeamShare> split = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private ExchangeRate exchangeRate;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private StatedProbability statedProbability;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> tags = Set.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CustomFields customFields = CustomFields.NONE;

    protected Deal() {}

    protected Deal(String number, String owner, String team, Instant openedAt) {
        super(number, owner, team);
        this.openedAt = openedAt;
    }

    /** Takes over {@code fields}; a time of opening that is left out stays. */
    final void set(OpportunityFields fields) {
        name = fields.name();
        customerId = fields.customerId();
        lines = fields.lines();
        amountSource = fields.amountSource() == null ? AmountSource.STATED : fields.amountSource();
        var currencyBefore = currency;
        setAmount(amountSource == AmountSource.LINES ? sumOfLines(fields) : fields.amount());
        if (isLater(fields.expectedCloseDate())) {
            pushCount++;
        }
        expectedCloseDate = fields.expectedCloseDate();
        openedAt = fields.openedAt() == null ? openedAt : fields.openedAt().truncatedTo(ChronoUnit.MICROS);
        source = fields.source();
        nextStep = fields.nextStep();
        description = fields.description();
        campaignId = fields.campaignId();
        contacts = fields.contacts();
        competitors = fields.competitors();
        split = requireWhole(fields.split());
        exchangeRate = rate(fields.exchangeRate(), currencyBefore);
        statedProbability = fields.statedProbability();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
        customFields = fields.customFields() == null ? CustomFields.NONE : fields.customFields();
    }

    private static List<TeamShare> requireWhole(List<TeamShare> split) {
        var sum = split.stream().map(TeamShare::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!split.isEmpty() && sum.compareTo(BigDecimal.ONE) != 0) {
            throw new Invalid("validation.failed", List.of(new InvalidField("split", "opportunity.split-sum", sum)));
        }
        return split;
    }

    @Override
    public final OpportunityEvent follow(UUID merged, UUID survivor) {
        customerId = survivor;
        return new OpportunityEvent.Updated(Set.of("customerId"));
    }

    /** An equal amount stays as it is: the database gives it another scale, which would count as a change. */
    private void setAmount(Money money) {
        if (!Objects.equals(money, amount())) {
            amount = money == null ? null : money.amount();
            currency = money == null ? null : money.currency();
        }
    }

    /** What another currency was worth says nothing of this one. */
    private ExchangeRate rate(ExchangeRate stated, String currencyBefore) {
        var changed = currencyBefore != null && !currencyBefore.equals(currency);
        return changed && Objects.equals(stated, exchangeRate) ? null : stated;
    }

    private static Money sumOfLines(OpportunityFields fields) {
        if (fields.amount() != null) {
            throw new Invalid("validation.failed", List.of(new InvalidField("amount", "opportunity.amount-of-lines")));
        }
        return LineSum.of(fields.lines());
    }

    private boolean isLater(LocalDate newDate) {
        return newDate != null && expectedCloseDate != null && newDate.isAfter(expectedCloseDate);
    }

    final boolean names(DealCompetitor competitor) {
        return competitor.among(competitors).equals(competitors);
    }

    /** Who has won a lost deal was in it, whether somebody had said so before or not. */
    final void addCompetitor(DealCompetitor winner) {
        competitors = winner.among(competitors);
    }

    /** What {@link #set} would take to change nothing. */
    public final OpportunityFields fields() {
        return new OpportunityFields(
                name,
                customerId,
                stage().code(),
                amountSource == AmountSource.LINES ? null : amount(),
                amountSource,
                expectedCloseDate,
                openedAt,
                source,
                nextStep,
                description,
                lines,
                stage().pipeline(),
                campaignId,
                contacts,
                competitors,
                split,
                exchangeRate,
                statedProbability,
                tags,
                customFields);
    }

    @Override
    public final OpportunityState state() {
        return new OpportunityState(
                id(),
                number(),
                name,
                owner(),
                team(),
                externalIds(),
                customerId,
                stage().state(),
                stageEnteredAt(),
                amount(),
                amountSource.name(),
                statedProbability == null ? stage().probability() : statedProbability.percent(),
                expectedCloseDate,
                openedAt,
                closedAt(),
                source,
                lostReason(),
                nextStep,
                description,
                pushCount,
                lines.stream().map(OpportunityLine::state).toList(),
                deleted(),
                collaborators(),
                campaignId,
                contacts.stream().map(DealContact::published).toList(),
                competitors.stream().map(DealCompetitor::published).toList(),
                split.stream().map(TeamShare::published).toList(),
                exchangeRate == null ? null : exchangeRate.published(),
                ExchangeRate.base(amount(), exchangeRate),
                statedProbability == null ? null : statedProbability.reason(),
                stage().pipelineVersion(),
                tags,
                customFields.values());
    }

    /** A chance that somebody has stated is of the stage that he has seen. */
    final void forgetStatedProbability() {
        statedProbability = null;
    }

    public final OpportunityView view() {
        return new OpportunityView(state(), lifespan(), DealFigures.of(this, EventLog.now()));
    }

    public final Money amount() {
        return amount == null ? null : new Money(amount, currency);
    }

    final Instant openedAt() {
        return openedAt;
    }
}
