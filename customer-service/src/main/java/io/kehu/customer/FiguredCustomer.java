package io.kehu.customer;

import io.kehu.events.Money;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A customer with what other contexts told of it, in a table beside its own that it only reads. */
@MappedSuperclass
abstract class FiguredCustomer extends CustomerProfile {

    static final String FIGURES = "customer_figures";

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Instant lastFollowUpAt;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private String lastFollowUpMethod;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private UUID lastFollowUpId;

    @Column(table = FIGURES, insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> lastFollowUpResults;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Instant firstDealAt;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Instant lastDealAt;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Integer dealCount;

    @Column(table = FIGURES, insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Money> totalRevenue;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private BigDecimal baseRevenue;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private String baseCurrency;

    @Column(table = FIGURES, insertable = false, updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<PurchasedProduct> purchasedProducts;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Integer openOpportunities;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private String salesProgress;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Integer salesProbability;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Integer openTickets;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Integer lastFeedbackScore;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Instant lastFeedbackAt;

    @Column(table = FIGURES, insertable = false, updatable = false)
    private Instant recycleAt;

    protected FiguredCustomer() {}

    protected FiguredCustomer(String number, String owner, String team) {
        super(number, owner, team);
    }

    final CustomerFigures figures() {
        return new CustomerFigures(
                lastFollowUpAt,
                lastFollowUpMethod,
                lastFollowUpId,
                Objects.requireNonNullElse(lastFollowUpResults, Set.of()),
                firstDealAt,
                lastDealAt,
                number(dealCount),
                Objects.requireNonNullElse(totalRevenue, List.of()),
                baseRevenue == null ? null : new Money(baseRevenue, baseCurrency),
                Objects.requireNonNullElse(purchasedProducts, List.of()),
                number(openOpportunities),
                salesProgress,
                salesProbability,
                number(openTickets),
                lastFeedbackScore,
                lastFeedbackAt,
                recycleAt);
    }

    private static int number(Integer counted) {
        return counted == null ? 0 : counted;
    }
}
