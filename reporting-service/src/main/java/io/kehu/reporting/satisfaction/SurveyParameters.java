package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Argument;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.Sql;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that narrow a report on surveys 满意度调查. */
public record SurveyParameters(
        @RestQuery @Parameter(description = "Agent 客服") String agent,

        @RestQuery @Parameter(description = "Team 部门 and those below it")
        String team,

        @RestQuery @Parameter(description = "Type of the ticket 服务类型")
        String type,

        @RestQuery @Parameter(description = "Priority of the ticket 优先级")
        String priority,

        @RestQuery @Parameter(description = "Customer id 客户")
        String customer) {

    /** The condition on {@code survey s} that these parameters and the caller's row scope make. */
    Sql conditions() {
        var conditions = new ArrayList<Sql>();
        conditions.add(Sql.of("not s.deleted and s.kind = 'CSAT'"));
        conditions.add(Sql.visible("s"));
        if (agent != null) {
            conditions.add(Sql.of("s.agent = ?", agent));
        }
        if (team != null) {
            conditions.add(DealParameters.below("s.team", team));
        }
        if (type != null) {
            conditions.add(Sql.of("s.ticket_type = ?", type));
        }
        if (priority != null) {
            conditions.add(Sql.of("s.priority = ?", priority));
        }
        if (customer != null) {
            conditions.add(Sql.of("s.customer_id = ?", new Argument("customer", customer).uuid()));
        }
        return Sql.and(conditions);
    }
}
