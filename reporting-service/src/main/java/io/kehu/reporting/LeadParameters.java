package io.kehu.reporting;

import java.time.Instant;
import java.util.Map;
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
        @Parameter(
                description =
                        "Currency of the amounts 币种: else the only one there is, else the company's; counts hold all")
        String currency) {

    /** The condition on {@code lead l} that these parameters and the caller's row scope make. */
    public Sql conditions() {
        return conditions(Sql.of("not l.deleted"), "l");
    }

    /** The same at an instant until which it was not deleted, where {@code t} tells whose the lead was then. */
    public Sql conditionsOfThen(Instant at) {
        return conditions(Sql.of("(not l.deleted or l.deleted_at > {at})", Map.of("at", at)), "t");
    }

    private Sql conditions(Sql existing, String holder) {
        return new Conditions()
                .with(existing)
                .with(Sql.visible("l"))
                .equal(holder + ".owner", owner)
                .below(holder + ".team", team)
                .equal("l.source", source)
                .equalId("l.campaign_id", "campaign", campaign)
                .equal("l.industry", industry)
                .equal("l.region", region)
                .equal("l.form", form)
                .sql();
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
