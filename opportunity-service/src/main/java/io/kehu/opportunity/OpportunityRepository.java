package io.kehu.opportunity;

import io.kehu.events.Money;
import io.kehu.opportunity.OpportunityTotals.KindTotal;
import io.kehu.opportunity.pipeline.Stage;
import io.kehu.platform.customfield.CustomFieldRules;
import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

@Singleton
class OpportunityRepository extends AggregateRepository<Opportunity> {

    OpportunityRepository(CustomFieldRules customFields) {
        super(
                Opportunity.class,
                Listing.of(Opportunity.class)
                        .filters(
                                "name",
                                "owner",
                                "team",
                                "customerId",
                                "stage.code",
                                "stage.kind",
                                "stage.pipeline",
                                "stage.pipelineVersion",
                                "stageEnteredAt",
                                "lastFollowUpAt",
                                "quietSince",
                                "idleSince",
                                "amount",
                                "currency",
                                "expectedCloseDate",
                                "openedAt",
                                "closedAt",
                                "source",
                                "lostReason",
                                "campaignId",
                                "pushCount")
                        .lacking("closedAt", "stage.kind", Stage.Kind.OPEN)
                        .members("contacts", "contactId")
                        .members("competitors", "name")
                        .members("competitors.competitorId", "competitorId")
                        .members("lines.productId", "productId")
                        .members("split.username", "username")
                        .members("split.team", "team")
                        .texts("tags")
                        .customFields(customFields, Opportunities.RESOURCE)
                        .sorts(
                                "name",
                                "amount",
                                "expectedCloseDate",
                                "openedAt",
                                "closedAt",
                                "stageEnteredAt",
                                "lastFollowUpAt",
                                "quietSince",
                                "idleSince")
                        .searches("name", "number"));
    }

    /** Those that are not deleted, as far as the caller may see them. */
    List<Opportunity> visible(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 and deletedAt is null", ids);
    }

    /** The open stages of versions of a pipeline before {@code version} that any deals are in, whoever may see them. */
    List<Stage> openStagesBefore(String pipeline, int version) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select s.* from stage s
                         where s.pipeline = :pipeline and s.pipeline_version < :version and s.kind = 'OPEN'
                           and exists (select from opportunity o where o.stage_id = s.id and o.deleted_at is null)
                         order by s.pipeline_version, s.position""", Stage.class)
                .setParameter("pipeline", pipeline)
                .setParameter("version", version)
                .getResultList();
    }

    /** The deals in {@code stage} after {@code position}, by id. */
    List<Opportunity> openIn(Stage stage, UUID position, int most) {
        return find("stage = ?1 and id > ?2 and deletedAt is null order by id", stage, position)
                .page(0, most)
                .list();
    }

    private record Group(Stage.Kind kind, String currency, long count, BigDecimal sum) {}

    /** Number and amounts of what the caller may see. */
    OpportunityTotals totals() {
        var byKind = new EnumMap<Stage.Kind, KindTotal>(Stage.Kind.class);
        for (var kind : Stage.Kind.values()) {
            byKind.put(kind.outcome(), new KindTotal(0, List.of()));
        }
        groups().forEach(group -> byKind.computeIfPresent(group.kind().outcome(), (_, total) -> add(total, group)));
        return new OpportunityTotals(
                byKind.values().stream().mapToLong(KindTotal::count).sum(), byKind);
    }

    private List<Group> groups() {
        return getEntityManager().createQuery("""
                        select o.stage.kind, o.currency, count(o), sum(o.amount) from Opportunity o
                        where o.deletedAt is null group by o.stage.kind, o.currency order by o.currency""", Group.class).getResultList();
    }

    private static KindTotal add(KindTotal total, Group group) {
        var amounts = new ArrayList<>(total.amounts());
        if (group.currency() != null) {
            amounts.add(new Money(group.sum(), group.currency()));
        }
        return new KindTotal(total.count() + group.count(), List.copyOf(amounts));
    }
}
