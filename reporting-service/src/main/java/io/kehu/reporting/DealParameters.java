package io.kehu.reporting;

import io.kehu.platform.access.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that narrow a report on opportunities 商机. */
public record DealParameters(
        @RestQuery @Parameter(description = "Owner 负责人: of closed deals and past instants, who owned it then")
        String owner,

        @RestQuery @Parameter(description = "Team 部门 and those below it, for instance /central")
        String team,

        @RestQuery @Parameter(description = "Pipeline 销售流程") String pipeline,

        @RestQuery @Parameter(description = "Customer id 客户")
        String customer,

        @RestQuery @Parameter(description = "Product id 产品 of the first line")
        String product,

        @RestQuery @Parameter(description = "Source 来源") String source,

        @RestQuery @Parameter(description = "Campaign id 市场活动")
        String campaign,

        @RestQuery @Parameter(description = "Code of the stage 阶段 that it is in now")
        String stage,

        @RestQuery @Parameter(description = "The customer's industry 行业")
        String industry,

        @RestQuery @Parameter(description = "The customer's type 客户类型")
        String customerType,

        @RestQuery @Parameter(description = "The customer's level 客户级别")
        String level,

        @RestQuery @Parameter(description = "The customer's lifecycle 生命周期")
        String lifecycle,

        @RestQuery @Parameter(description = "The customer's size 公司规模, for instance 50-199")
        String size,

        @RestQuery @Parameter(description = "The customer's province 省份")
        String province,

        @RestQuery @Parameter(description = "Tags 标签 that the customer has, all of them, with commas between")
        String tags,

        @RestQuery
        @Parameter(
                description =
                        "Currency of the amounts 币种: else the only one there is, else the company's; counts hold all")
        String currency) {

    /** Whose deals they are: their owner's of today, or of whom their end was credited to. */
    public enum Holder {
        OWNER("o.owner", "o.team"),
        CREDITED("o.credit_owner", "o.credit_team");

        private final String owner;
        private final String team;

        Holder(String owner, String team) {
            this.owner = owner;
            this.team = team;
        }

        String owner() {
            return owner;
        }

        String team() {
            return team;
        }
    }

    /** The condition on {@code opportunity o} that these parameters and the caller's row scope make. */
    public Sql conditions(Holder holder) {
        return Sql.of("not o.deleted and {group} and {deal}", Map.of("group", ofGroup(holder), "deal", ofDeal().sql()));
    }

    /** The same by who owns them today: of groups alone where that is enough, as these stand in indexes. */
    public Sql conditionsOfToday() {
        return ofGroupsAlone()
                ? Sql.and(List.of(Sql.of("not o.deleted"), conditions("o.id", "o.group_id")))
                : conditions(Holder.OWNER);
    }

    /**
     * The same on rows of deals that are not deleted, which tell a deal's id in {@code deal} and its group in {@code group}:
     * what can be decided for each group is, and nothing for each row where every group is meant.
     */
    public Sql conditions(String deal, String group) {
        if (!ofGroupsAlone()) {
            return Sql.of(
                    deal + " in (select o.id from opportunity o where {conditions})",
                    Map.of("conditions", conditions(Holder.OWNER)));
        }
        return ofEveryGroup()
                ? Sql.of("true")
                : Sql.of(
                        group + " in (select o.id from deal_group o where {groups})",
                        Map.of("groups", ofGroup(Holder.OWNER)));
    }

    /** The same on {@code closing o}: decided for each number that it names, so that reading all of them costs little. */
    public Sql ofClosings(Holder holder) {
        var credits = ofEveryGroup() ? new Conditions() : new Conditions().with(ofGroup(holder));
        return new Conditions()
                .numbered("o.credit_id", "credit", credits)
                .numbered("o.trait_id", "trait", ofTrait())
                .numbered("o.place_id", "place", ofStage())
                .with(ofCustomer())
                .sql();
    }

    private boolean ofEveryGroup() {
        return owner == null
                && team == null
                && pipeline == null
                && Visibility.current().everything();
    }

    /**
     * The condition on rows of a past instant that name in {@code credit} by whom a deal is seen and whose it was then: decided
     * for each credit.
     */
    public Sql ofCredits(String credit) {
        return ofEveryGroup()
                ? Sql.of("true")
                : Sql.of(
                        credit + " in (select o.id from credit o where {credits})",
                        Map.of("credits", ofGroup(Holder.CREDITED)));
    }

    /** The same with all else that is asked of their {@code opportunity o}, as that is today. */
    public Sql conditionsOfThen(String credit) {
        return Sql.and(List.of(ofCredits(credit), ofDeal().sql()));
    }

    /**
     * The same where {@code p} tells whose the deal was at an instant until which it was not deleted.
     *
     * @param knownAt likewise only what had been recorded by then; null for all
     */
    public Sql conditionsOfFacts(Instant at, Instant knownAt) {
        var instant = knownAt == null || at.isBefore(knownAt) ? at : knownAt;
        return new Conditions()
                .with(Sql.of("(not o.deleted or o.deleted_at > {instant})", Map.of("instant", instant)))
                .with(Sql.visible("o"))
                .equal("p.owner", owner)
                .below("p.team", team)
                .equal("p.pipeline", pipeline)
                .with(ofDeal())
                .sql();
    }

    /** Whether all that is asked for is decided by who owns a deal today, and by its pipeline. */
    public boolean ofGroupsAlone() {
        return ofDeal().isEmpty();
    }

    private Sql ofGroup(Holder holder) {
        return new Conditions()
                .with(Sql.visible("o"))
                .equal(holder.owner(), owner)
                .below(holder.team(), team)
                .equal("o.pipeline", pipeline)
                .sql();
    }

    private Conditions ofDeal() {
        return ofTrait().with(ofStage()).with(ofCustomer());
    }

    private Conditions ofTrait() {
        return new Conditions()
                .equalId("o.product_id", "product", product)
                .equal("o.source", source)
                .equalId("o.campaign_id", "campaign", campaign);
    }

    private Conditions ofStage() {
        return new Conditions().equal("o.stage", stage);
    }

    private Conditions ofCustomer() {
        var attributes = new Conditions();
        ofCustomers().forEach((column, value) -> attributes.equal("o." + column, value));
        new Argument("tags", tags)
                .list()
                .forEach(tag -> attributes.with(Sql.of("o.tags @> to_jsonb(cast(? as text))", tag)));
        if (!attributes.isEmpty()) {
            attributes.with(Sql.visible("o"));
        }
        return new Conditions()
                .equalId("o.customer_id", "customer", customer)
                .numbered("o.customer_id", "customer", attributes);
    }

    private Map<String, String> ofCustomers() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("industry", industry);
        columns.put("type", customerType);
        columns.put("level", level);
        columns.put("lifecycle", lifecycle);
        columns.put("size_band", size);
        columns.put("province", province);
        return columns;
    }

    /** The opportunities that these parameters leave, as they are today. */
    public RecordList records() {
        var list = RecordList.of("/v1/opportunities")
                .with("owner", owner)
                .below(team)
                .with("stage.pipeline", pipeline)
                .with("customerId", customer)
                .with("source", source)
                .with("campaignId", campaign)
                .with("stage.code", stage)
                .unless(product);
        return ofCustomers().values().stream().anyMatch(Objects::nonNull) ? list.beyond() : list.unless(tags);
    }

    /** The same for leads, which have no pipeline, stage, product or customer yet; 400 if those are asked for. */
    public LeadParameters ofLeads() {
        var reason = "nothing with leads, which have none";
        new Argument("pipeline", pipeline).refuse(reason);
        new Argument("stage", stage).refuse(reason);
        new Argument("customer", customer).refuse(reason);
        new Argument("product", product).refuse(reason);
        new Argument("customerType", customerType).refuse(reason);
        new Argument("level", level).refuse(reason);
        new Argument("lifecycle", lifecycle).refuse(reason);
        new Argument("size", size).refuse(reason);
        new Argument("province", province).refuse(reason);
        new Argument("tags", tags).refuse(reason);
        return new LeadParameters(owner, team, source, campaign, industry, null, null, currency);
    }

    /** The currency that was asked for, or null. */
    public String wantedCurrency() {
        return new Argument("currency", currency).currency();
    }
}
