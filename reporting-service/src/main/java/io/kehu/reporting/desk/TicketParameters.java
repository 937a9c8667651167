package io.kehu.reporting.desk;

import io.kehu.reporting.Conditions;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that narrow a report on tickets 服务请求. */
public record TicketParameters(
        @RestQuery @Parameter(description = "Agent 客服 whom it is assigned to")
        String agent,

        @RestQuery @Parameter(description = "Team 部门 and those below it")
        String team,

        @RestQuery @Parameter(description = "Group 处理组 that works on it")
        String group,

        @RestQuery @Parameter(description = "Type 服务类型") String type,
        @RestQuery @Parameter(description = "Category 服务分类") String category,
        @RestQuery @Parameter(description = "Priority 优先级") String priority,

        @RestQuery @Parameter(description = "Channel 来源渠道 that it came by")
        String channel,

        @RestQuery @Parameter(description = "Root cause 根本原因")
        String cause,

        @RestQuery @Parameter(description = "Product id 产品") String product,

        @RestQuery @Parameter(description = "Customer id 客户")
        String customer,

        @RestQuery @Parameter(description = "Level of the customer 客户等级")
        String level) {

    /** The condition on {@code ticket t} that these parameters and the caller's row scope make. */
    Sql conditions() {
        return new Conditions()
                .with(Sql.of("not t.deleted"))
                .with(Sql.visible("t"))
                .below("t.team", team)
                .equalId("t.product_id", "product", product)
                .equalId("t.customer_id", "customer", customer)
                .ofLevel("t.customer_id", level)
                .equal("t.assignee", agent)
                .equal("t.support_group", group)
                .equal("t.type", type)
                .equal("t.category", category)
                .equal("t.priority", priority)
                .equal("t.channel", channel)
                .equal("t.root_cause", cause)
                .sql();
    }

    /** The tickets that these parameters leave. */
    RecordList records() {
        return RecordList.of("/v1/tickets")
                .with("assignee", agent)
                .below(team)
                .with("group", group)
                .with("type", type)
                .with("category", category)
                .with("priority", priority)
                .with("channel", channel)
                .with("rootCause", cause)
                .with("productId", product)
                .with("customerId", customer)
                .unless(level);
    }
}
