package io.kehu.opportunity.campaign;

import io.kehu.events.CampaignEvent;
import io.kehu.events.CampaignState;
import io.kehu.events.CampaignState.Cost;
import io.kehu.events.Money;
import io.kehu.platform.eventlog.ChangedFields;
import io.kehu.platform.problem.NotFound;
import io.kehu.platform.problem.RuleViolation;
import io.kehu.platform.record.Served;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A campaign 市场活动: what is done so that people hear of us, what it costs, and how far it has come. */
@Entity
public class Campaign extends CampaignProfile implements Served<CampaignView> {

    static final String NUMBER_PREFIX = "M";

    private static final int MOST_COSTS = 200;

    /** What kind of campaign it is 活动类型: 展会, 研讨会, 网络推广, 广告, 邮件, 其他. */
    @Schema(name = "CampaignType")
    public enum Type {
        EXHIBITION,
        SEMINAR,
        ONLINE,
        ADVERTISING,
        EMAIL,
        OTHER
    }

    @Enumerated(EnumType.STRING)
    private CampaignStatus status = CampaignStatus.PLANNED;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Cost> costs = List.of();

    private BigDecimal actualCost;

    protected Campaign() {}

    Campaign(String number, String owner, String team, CampaignFields fields) {
        super(number, owner, team);
        set(fields);
    }

    CampaignEvent created() {
        return new CampaignEvent.Created();
    }

    /** Takes over {@code fields}; empty if nothing is different. */
    Optional<CampaignEvent> update(CampaignFields fields) {
        var before = fields();
        if (fields.budget() != null && !costs.isEmpty()) {
            requireCurrency("budget", fields.budget());
        }
        set(fields);
        var changed = ChangedFields.between(before, fields());
        return changed.isEmpty() ? Optional.empty() : Optional.of(updated(changed));
    }

    /** A move by hand; empty if the campaign stands there already. */
    Optional<CampaignEvent> moveTo(CampaignStatus next, String reason) {
        if (next == status) {
            return Optional.empty();
        }
        if (!status.allows(next)) {
            throw new RuleViolation("campaign.status-move", status, next);
        }
        var from = status;
        status = next;
        return Optional.of(new CampaignEvent.StatusChanged(from.name(), next.name(), reason));
    }

    CampaignEvent book(CostLine line) {
        if (costs.size() == MOST_COSTS) {
            throw new RuleViolation("campaign.costs-full", MOST_COSTS);
        }
        requireCurrency("amount", line.amount());
        var cost = line.published(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        setCosts(Stream.concat(costs.stream(), Stream.of(cost)).toList());
        return new CampaignEvent.CostBooked(cost, null);
    }

    /** Empty if the line says that already. */
    Optional<CampaignEvent> correct(UUID costId, CostLine line) {
        var known = costs.stream()
                .filter(cost -> cost.id().equals(costId))
                .findFirst()
                .orElseThrow(() -> new NotFound("cost", costId));
        if (budget() != null || costs.size() > 1) {
            requireCurrency("amount", line.amount());
        }
        var corrected = line.published(costId);
        if (corrected.equals(known)) {
            return Optional.empty();
        }
        var all = new ArrayList<>(costs);
        all.set(costs.indexOf(known), corrected);
        setCosts(List.copyOf(all));
        return Optional.of(new CampaignEvent.CostBooked(corrected, known));
    }

    private void setCosts(List<Cost> all) {
        costs = all;
        actualCost = Costs.sum(all).amount();
    }

    /** All money of a campaign is of one currency, because it is compared. */
    private void requireCurrency(String field, Money money) {
        var known = costs.isEmpty() ? budget() : costs.getFirst().amount();
        if (known != null && !known.currency().equals(money.currency())) {
            throw invalid(field, "campaign.currency", known.currency());
        }
    }

    @Override
    public CampaignEvent remove() {
        delete();
        return new CampaignEvent.Deleted();
    }

    @Override
    public CampaignEvent takeBack() {
        restore();
        return new CampaignEvent.Restored();
    }

    @Override
    public CampaignEvent updated(Set<String> fields) {
        return new CampaignEvent.Updated(fields);
    }

    @Override
    protected CampaignEvent ownerChanged(String previousOwner, String newOwner, String previousTeam, String newTeam) {
        return new CampaignEvent.OwnerChanged(previousOwner, newOwner, previousTeam, newTeam);
    }

    Costs costs() {
        return new Costs(costs, Costs.sum(costs));
    }

    /** Fails with 409 if nobody is invited any more. */
    public void requireInviting() {
        if (status == CampaignStatus.CANCELLED) {
            throw new RuleViolation("campaign.cancelled", number());
        }
    }

    @Override
    public CampaignState state() {
        return new CampaignState(
                id(),
                number(),
                name,
                owner(),
                team(),
                externalIds(),
                type.name(),
                status.name(),
                targetAudience,
                startsOn,
                endsOn,
                budget(),
                Costs.sum(costs),
                costs,
                description,
                customFields.values(),
                deleted(),
                collaborators(),
                tags);
    }

    @Override
    public CampaignView view() {
        return new CampaignView(state(), lifespan());
    }
}
