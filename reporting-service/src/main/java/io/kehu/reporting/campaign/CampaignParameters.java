package io.kehu.reporting.campaign;

import io.kehu.reporting.Argument;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.Sql;
import java.util.ArrayList;
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
        var conditions = new ArrayList<Sql>();
        conditions.add(Sql.of("not c.deleted"));
        conditions.add(Sql.visible("c"));
        if (campaign != null) {
            conditions.add(Sql.of("c.id = ?", new Argument("campaign", campaign).uuid()));
        }
        if (type != null) {
            conditions.add(Sql.of("c.type = ?", type.toUpperCase(Locale.ROOT)));
        }
        if (status != null) {
            conditions.add(Sql.of("c.status = ?", status.toUpperCase(Locale.ROOT)));
        }
        if (owner != null) {
            conditions.add(Sql.of("c.owner = ?", owner));
        }
        if (team != null) {
            conditions.add(DealParameters.below("c.team", team));
        }
        return Sql.and(conditions);
    }
}
