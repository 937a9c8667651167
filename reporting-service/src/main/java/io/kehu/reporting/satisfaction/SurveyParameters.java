package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Argument;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that narrow a report on surveys 满意度调查. */
public record SurveyParameters(
        @RestQuery @Parameter(description = "Agent 客服") String agent,

        @RestQuery @Parameter(description = "Team 部门 and those below it")
        String team,

        @RestQuery @Parameter(description = "Type of the ticket 服务类型")
        String type,

        @RestQuery @Parameter(description = "Category of the ticket 服务分类")
        String category,

        @RestQuery @Parameter(description = "Priority of the ticket 优先级")
        String priority,

        @RestQuery @Parameter(description = "Product id 产品") String product,

        @RestQuery @Parameter(description = "Customer id 客户")
        String customer,

        @RestQuery @Parameter(description = "Level of the customer 客户等级")
        String level,

        @RestQuery @Parameter(description = "Key of the questionnaire 问卷")
        String questionnaire,

        @RestQuery @Parameter(description = "TICKET_CLOSED, CONTRACT_SIGNED, SCHEDULE or MANUAL 触发场景")
        String occasion,

        @RestQuery
        @Parameter(description = "How it was answered 回答渠道: LINK, PHONE or IMPORT; leaves out what nobody answered")
        String channel) {

    /** The condition on {@code survey s} that these parameters and the caller's row scope make. */
    public Sql conditions(SurveyKind kind) {
        var conditions = new ArrayList<Sql>();
        conditions.add(Sql.of("not s.deleted and s.kind = ?", kind.name()));
        conditions.add(Sql.visible("s"));
        if (team != null) {
            conditions.add(DealParameters.below("s.team", team));
        }
        if (product != null) {
            conditions.add(Sql.of("s.product_id = ?", new Argument("product", product).uuid()));
        }
        if (customer != null) {
            conditions.add(Sql.of("s.customer_id = ?", new Argument("customer", customer).uuid()));
        }
        if (level != null) {
            conditions.add(Sql.of("s.customer_id in (select id from customer where level = ?)", level));
        }
        texts().forEach((column, value) -> {
            if (value != null) {
                conditions.add(Sql.of(column + " = ?", value));
            }
        });
        return Sql.and(conditions);
    }

    private Map<String, String> texts() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("s.agent", agent);
        columns.put("s.ticket_type", type);
        columns.put("s.ticket_category", category);
        columns.put("s.priority", priority);
        columns.put("s.questionnaire", questionnaire);
        columns.put("s.occasion", occasion);
        columns.put("s.answered_by", channel);
        return columns;
    }

    /** The surveys that these parameters leave. */
    RecordList records(SurveyKind kind) {
        return RecordList.of("/v1/surveys")
                .with("kind", kind)
                .with("agent", agent)
                .below(team)
                .with("ticketType", type)
                .with("ticketCategory", category)
                .with("priority", priority)
                .with("productId", product)
                .with("customerId", customer)
                .with("questionnaire", questionnaire)
                .with("occasion", occasion)
                .with("answeredBy", channel)
                .unless(level);
    }
}
