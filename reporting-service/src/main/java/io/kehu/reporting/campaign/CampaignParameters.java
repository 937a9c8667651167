package io.kehu.reporting.campaign;

import io.kehu.reporting.Conditions;
import io.kehu.reporting.Sql;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that narrow a report on campaigns 市场活动. */
public record CampaignParameters(
        @RestQuery @Parameter(description = "Id of a campaign 市场活动, which alone is told")
        String campaign,

        @RestQuery @Parameter(description = "Type 活动类型, for instance exhibition")
        String type,

        @RestQuery @Parameter(description = "Status 活动状态, for instance completed")
        String status,

        @RestQuery @Parameter(description = "Owner 负责人") String owner,

        @RestQuery @Parameter(description = "Team 部门 and those below it")
        String team) {

    /** The condition on {@code campaign c} that these parameters and the caller's row scope make. */
    Sql conditions() {
        return new Conditions()
                .with(Sql.of("not c.deleted"))
                .with(Sql.visible("c"))
                .equalId("c.id", "campaign", campaign)
                .equal("c.type", upper(type))
                .equal("c.status", upper(status))
                .equal("c.owner", owner)
                .below("c.team", team)
                .sql();
    }

    private static String upper(String constant) {
        return constant == null ? null : constant.toUpperCase(Locale.ROOT);
    }
}
