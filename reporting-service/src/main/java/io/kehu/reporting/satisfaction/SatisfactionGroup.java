package io.kehu.reporting.satisfaction;

import io.kehu.reporting.Naming;
import io.kehu.reporting.Period;
import io.kehu.reporting.RecordList;
import io.kehu.reporting.Sql;
import io.kehu.reporting.TimeStep;

/** What surveys can be grouped by. */
public enum SatisfactionGroup {
    NONE("null::text"),
    /** The groups are what the total tells of each. */
    DIMENSION("null::text"),
    AGENT("s.agent", "agent"),
    TEAM("s.team", "team"),
    TYPE("s.ticket_type", "ticketType"),
    CATEGORY("s.ticket_category", "ticketCategory"),
    PRIORITY("s.priority", "priority"),
    PRODUCT("s.product_id::text", "productId"),
    CUSTOMER("s.customer_id::text", "customerId"),
    LEVEL("c.level"),
    QUESTIONNAIRE("s.questionnaire", "questionnaire"),
    OCCASION("s.occasion", "occasion"),
    CHANNEL("s.answered_by", "answeredBy"),
    DAY(TimeStep.DAY),
    WEEK(TimeStep.WEEK),
    MONTH(TimeStep.MONTH),
    QUARTER(TimeStep.QUARTER),
    YEAR(TimeStep.YEAR);

    public static final String DESCRIPTION =
            "none, dimension, agent, team, type, category, priority, product, customer,"
                    + " level (of the customer), questionnaire, occasion, channel (how it was answered), day, week, month, quarter or year 分组";

    private final String key;
    private final String field;
    private final TimeStep step;

    SatisfactionGroup(String key) {
        this(key, null, null);
    }

    SatisfactionGroup(String key, String field) {
        this(key, field, null);
    }

    SatisfactionGroup(TimeStep step) {
        this(null, null, step);
    }

    SatisfactionGroup(String key, String field, TimeStep step) {
        this.key = key;
        this.field = field;
        this.step = step;
    }

    /** What to group by where {@code survey s} stands, counted at {@code time}: a number if it is a step of time. */
    Sql key(String time, Period period) {
        return step == null ? Sql.of(key) : step.number(time, period);
    }

    /** What has to stand after {@code survey s} for that. */
    Sql join() {
        return this == LEVEL ? Sql.leftJoinCustomer("s.customer_id") : Sql.of("");
    }

    /** The step of time that the groups are, or null. */
    TimeStep step() {
        return step;
    }

    Naming naming() {
        return switch (this) {
            case PRODUCT -> Naming.PRODUCT;
            case CUSTOMER -> Naming.CUSTOMER;
            case NONE, DIMENSION, AGENT, TEAM, TYPE, CATEGORY, PRIORITY, LEVEL -> Naming.KEY;
            case QUESTIONNAIRE, OCCASION, CHANNEL, DAY, WEEK, MONTH, QUARTER, YEAR -> Naming.KEY;
        };
    }

    /** The answers of one group, of those of a period. */
    RecordList records(RecordList answers, String group, Period period) {
        if (step != null) {
            return step.days(group, period).records(answers, "answeredAt");
        }
        return field == null ? answers.beyond() : answers.keyed(field, group);
    }
}
