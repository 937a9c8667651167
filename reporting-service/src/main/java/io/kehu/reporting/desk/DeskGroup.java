package io.kehu.reporting.desk;

import io.kehu.reporting.Naming;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import io.kehu.reporting.TimeStep;

/** What tickets can be grouped by. */
public enum DeskGroup {
    NONE("null::text", null),
    TYPE("t.type", "type"),
    CATEGORY("t.category", "category"),
    PRIORITY("t.priority", "priority"),
    STATUS("t.status", "status"),
    AGENT("t.assignee", "assignee"),
    TEAM("t.team", "team"),
    GROUP("t.support_group", "group"),
    CHANNEL("t.channel", "channel"),
    PRODUCT("t.product_id::text", "productId"),
    CUSTOMER("t.customer_id::text", "customerId"),
    LEVEL("c.level", null),
    DAY(TimeStep.DAY),
    WEEK(TimeStep.WEEK),
    MONTH(TimeStep.MONTH),
    QUARTER(TimeStep.QUARTER),
    YEAR(TimeStep.YEAR);

    static final String DESCRIPTION =
            "none, type, category, priority, status, agent, team, group, channel, product, customer,"
                    + " level (of the customer), day, week, month, quarter or year 分组; the backlog is grouped by the time of opening";

    private final String key;
    private final String field;
    private final TimeStep step;

    DeskGroup(String key, String field) {
        this.key = key;
        this.field = field;
        this.step = null;
    }

    DeskGroup(TimeStep step) {
        this.key = null;
        this.field = null;
        this.step = step;
    }

    /** What to group by where {@code ticket t} stands, counted at {@code time}: a number if it is a step of time. */
    Sql key(String time, Period period) {
        return step == null ? Sql.of(key) : step.number(time, period);
    }

    /** What has to stand after {@code ticket t} for that. */
    Sql join() {
        return this == LEVEL ? Sql.leftJoinCustomer("t.customer_id") : Sql.of("");
    }

    /** The step of time that the groups are, or null. */
    TimeStep step() {
        return step;
    }

    Naming naming() {
        return switch (this) {
            case PRODUCT -> Naming.PRODUCT;
            case CUSTOMER -> Naming.CUSTOMER;
            case NONE, TYPE, CATEGORY, PRIORITY, STATUS, AGENT, TEAM, GROUP, CHANNEL, LEVEL -> Naming.KEY;
            case DAY, WEEK, MONTH, QUARTER, YEAR -> Naming.KEY;
        };
    }

    /** The tickets of one group. */
    RecordList records(RecordList tickets, String group, Period period) {
        if (step != null) {
            return step.days(group, period).records(tickets, "openedAt");
        }
        return field == null ? tickets.beyond() : tickets.keyed(field, group);
    }
}
