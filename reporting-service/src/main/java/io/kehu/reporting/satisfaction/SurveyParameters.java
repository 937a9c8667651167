package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Conditions;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
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
        return new Conditions()
                .with(Sql.of("not s.deleted"))
                .with(Sql.visible("s"))
                .equal("s.kind", kind.name())
                .below("s.team", team)
                .equalId("s.product_id", "product", product)
                .equalId("s.customer_id", "customer", customer)
                .ofLevel("s.customer_id", level)
                .equal("s.agent", agent)
                .equal("s.ticket_type", type)
                .equal("s.ticket_category", category)
                .equal("s.priority", priority)
                .equal("s.questionnaire", questionnaire)
                .equal("s.occasion", occasion)
                .equal("s.answered_by", channel)
                .sql();
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
