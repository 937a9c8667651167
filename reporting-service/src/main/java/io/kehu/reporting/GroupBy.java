package io.kehu.reporting;

/** What deals can be grouped by; closed ones are credited to whoever owned them when they were closed. */
public enum GroupBy {
    NONE("null::text"),
    OWNER("o.credit_owner"),
    TEAM("o.credit_team"),
    /** The first step of the team's path: {@code /central/dustin-brinkmann} belongs to {@code /central}. */
    REGION("'/' || split_part(o.credit_team, '/', 2)"),
    PIPELINE("o.pipeline"),
    PRODUCT("o.product_id"),
    CUSTOMER_TYPE("c.type"),
    LIFECYCLE("c.lifecycle"),
    INDUSTRY("c.industry"),
    PROVINCE("c.province"),
    CITY("c.city"),
    LEVEL("c.level"),
    SIZE("c.size_band"),
    CUSTOMER("o.customer_id"),
    SOURCE("o.source"),
    CAMPAIGN("o.campaign_id"),
    MONTH("date_trunc('month', o.closed_on::timestamp)"),
    QUARTER("date_trunc('quarter', o.closed_on::timestamp - interval '%d months')"),
    YEAR("date_trunc('year', o.closed_on::timestamp - interval '%d months')");

    /** The key of all customers but the largest. */
    public static final String OTHERS = "others";

    public static final String DESCRIPTION =
            "none, owner, team, region (first step of the team's path), pipeline, product, customer_type, lifecycle,"
                    + " industry, province, city, level or size (of the customer), customer (the 200 largest, the rest as one: others), source, campaign, month, quarter or year (of the fiscal year) 分组";

    private final String key;

    GroupBy(String key) {
        this.key = key;
    }

    /** What to group {@code opportunity o} by; deals have no {@code closed_on}, which is a day of the report's time zone. */
    public Sql key(Period period) {
        return Sql.of(key.formatted(period.monthsLate()));
    }

    /** What has to stand after {@code o}, which tells a customer, for that: nothing of one that the caller may not see. */
    public Sql join() {
        return ofCustomers() ? Sql.leftJoinCustomer("o.customer_id") : Sql.of("");
    }

    /** Whether it is {@code customer c} that tells the key. */
    public boolean ofCustomers() {
        return key.startsWith("c.");
    }

    public boolean temporal() {
        return this == MONTH || this == QUARTER || this == YEAR;
    }

    /** The key as callers get it, for instance {@code 2026-03} or {@code 2026-Q1}; fiscal years are told by when they begin. */
    public String tell(String key) {
        return switch (this) {
            case MONTH -> key == null ? null : key.substring(0, 7);
            case QUARTER ->
                key == null ? null : key.substring(0, 4) + "-Q" + (Integer.parseInt(key.substring(5, 7)) + 2) / 3;
            case YEAR -> key == null ? null : key.substring(0, 4);
            case NONE,
                    OWNER,
                    TEAM,
                    REGION,
                    PIPELINE,
                    PRODUCT,
                    CUSTOMER_TYPE,
                    LIFECYCLE,
                    INDUSTRY,
                    PROVINCE,
                    CITY,
                    LEVEL,
                    SIZE,
                    CUSTOMER,
                    SOURCE,
                    CAMPAIGN -> key;
        };
    }

    /** Where the names come from of what the key identifies. */
    public Naming naming() {
        return switch (this) {
            case PRODUCT -> Naming.PRODUCT;
            case CUSTOMER -> Naming.CUSTOMER;
            case INDUSTRY -> Naming.INDUSTRY;
            case PROVINCE, CITY -> Naming.REGION;
            case NONE,
                    OWNER,
                    TEAM,
                    REGION,
                    PIPELINE,
                    CUSTOMER_TYPE,
                    LIFECYCLE,
                    LEVEL,
                    SIZE,
                    SOURCE,
                    CAMPAIGN,
                    MONTH,
                    QUARTER,
                    YEAR -> Naming.KEY;
        };
    }

    /** The deals of one group. */
    public RecordList records(RecordList deals, String key, Period period) {
        return switch (this) {
            case NONE -> deals;
            case OWNER -> deals.keyed("owner", key);
            case TEAM -> deals.keyed("team", key);
            case REGION -> key == null ? deals.keyed("team", null) : deals.below(key);
            case PIPELINE -> deals.keyed("stage.pipeline", key);
            case CUSTOMER -> OTHERS.equals(key) ? deals.beyond() : deals.keyed("customerId", key);
            case SOURCE -> deals.keyed("source", key);
            case CAMPAIGN -> deals.keyed("campaignId", key);
            case MONTH, QUARTER, YEAR -> key == null ? deals.keyed("closedAt", null) : closed(deals, key, period);
            case PRODUCT, CUSTOMER_TYPE, LIFECYCLE, INDUSTRY, PROVINCE, CITY, LEVEL, SIZE -> deals.beyond();
        };
    }

    private RecordList closed(RecordList deals, String key, Period period) {
        var step = switch (this) {
            case MONTH -> TimeStep.MONTH;
            case QUARTER -> TimeStep.QUARTER;
            default -> TimeStep.YEAR;
        };
        return step.days(key, period).records(deals, "closedAt");
    }
}
