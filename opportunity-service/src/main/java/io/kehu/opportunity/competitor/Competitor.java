package io.kehu.opportunity.competitor;

import io.kehu.events.CompetitorEvent;
import io.kehu.events.CompetitorState;
import io.kehu.events.CustomFields;
import io.kehu.platform.eventlog.Aggregate;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import io.kehu.platform.problem.Invalid;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A competitor 竞争对手: whoever else wants our deals. Nobody owns one, so whoever may read competitors sees all of them. */
@Entity
public class Competitor extends Aggregate<CompetitorState> implements Served<CompetitorView> {

    static final String NUMBER_PREFIX = "R";

    private String name;
    private String website;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> productCategories = Set.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<MarketShare> marketShares = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> salesChannels = Set.of();

    private String strengths;
    private String weaknesses;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CustomFields customFields = CustomFields.NONE;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Set<String> tags = Set.of();

    protected Competitor() {}

    Competitor(String number, CompetitorFields fields) {
        super(number);
        set(fields);
    }

    CompetitorEvent created() {
        return new CompetitorEvent.Created();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<CompetitorEvent> update(CompetitorFields fields) {
        var before = fields();
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(new CompetitorEvent.Updated(changed));
    }

    @Override
    public CompetitorEvent remove() {
        delete();
        return new CompetitorEvent.Deleted();
    }

    @Override
    public CompetitorEvent takeBack() {
        restore();
        return new CompetitorEvent.Restored();
    }

    private void set(CompetitorFields fields) {
        name = fields.name();
        website = fields.website();
        productCategories = fields.productCategories() == null ? Set.of() : Set.copyOf(fields.productCategories());
        marketShares = fields.marketShares() == null ? List.of() : onePerPeriod(fields.marketShares());
        salesChannels = fields.salesChannels() == null ? Set.of() : Set.copyOf(fields.salesChannels());
        strengths = fields.strengths();
        weaknesses = fields.weaknesses();
        customFields = fields.customFields() == null ? CustomFields.NONE : fields.customFields();
        tags = fields.tags() == null ? Set.of() : Set.copyOf(fields.tags());
    }

    private static List<MarketShare> onePerPeriod(List<MarketShare> shares) {
        var periods = new HashSet<String>();
        for (var share : shares) {
            if (!periods.add(share.period())) {
                throw new Invalid(
                        "validation.failed",
                        List.of(new InvalidField("marketShares", "competitor.period-twice", share.period())));
            }
        }
        return List.copyOf(shares);
    }

    CompetitorFields fields() {
        return new CompetitorFields(
                name,
                website,
                productCategories,
                marketShares,
                salesChannels,
                strengths,
                weaknesses,
                customFields,
                tags);
    }

    String name() {
        return name;
    }

    @Override
    public CompetitorState state() {
        return new CompetitorState(
                id(),
                number(),
                name,
                null,
                null,
                externalIds(),
                website,
                productCategories,
                marketShares.stream().map(MarketShare::published).toList(),
                salesChannels,
                strengths,
                weaknesses,
                customFields.values(),
                deleted(),
                tags);
    }

    @Override
    public CompetitorView view() {
        return new CompetitorView(state(), lifespan());
    }
}
