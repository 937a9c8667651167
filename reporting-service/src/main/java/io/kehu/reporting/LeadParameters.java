package io.kehu.reporting;

import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that narrow a report on leads 线索. */
public record LeadParameters(
        @RestQuery @Parameter(description = "Owner 负责人 of the lead")
        String owner,

        @RestQuery @Parameter(description = "Team 部门 and those below it, for instance /central")
        String team,

        @RestQuery @Parameter(description = "Source channel 来源渠道")
        String source,

        @RestQuery @Parameter(description = "Campaign id 市场活动")
        String campaign,

        @RestQuery @Parameter(description = "Industry 行业") String industry,
        @RestQuery @Parameter(description = "Region 地区") String region,

        @RestQuery @Parameter(description = "Key of the form 表单 that it came in by")
        String form,

        @RestQuery
        @Parameter(description = "Currency of the amounts 币种: else the only one there is, else CNY; counts hold all")
        String currency) {

    /** The condition on {@code lead l} that these parameters and the caller's row scope make. */
    public Sql conditions() {
        var conditions = new ArrayList<Sql>();
        conditions.add(Sql.of("not l.deleted"));
        conditions.add(Sql.visible("l"));
        if (owner != null) {
            conditions.add(Sql.of("l.owner = ?", owner));
        }
        if (team != null) {
            conditions.add(DealParameters.below("l.team", team));
        }
        if (source != null) {
            conditions.add(Sql.of("l.source = ?", source));
        }
        if (campaign != null) {
            conditions.add(Sql.of("l.campaign_id = ?", new Argument("campaign", campaign).uuid()));
        }
        if (industry != null) {
            conditions.add(Sql.of("l.industry = ?", industry));
        }
        if (region != null) {
            conditions.add(Sql.of("l.region = ?", region));
        }
        if (form != null) {
            conditions.add(Sql.of("l.form = ?", form));
        }
        return Sql.and(conditions);
    }

    /** The leads that these parameters leave, as they are today. */
    public RecordList records() {
        return RecordList.of("/v1/leads")
                .with("owner", owner)
                .below(team)
                .with("source", source)
                .with("campaignId", campaign)
                .with("industry", industry)
                .with("region", region)
                .with("form", form);
    }

    /** The currency that was asked for, or null. */
    public String wantedCurrency() {
        return new Argument("currency", currency).currency();
    }
}
