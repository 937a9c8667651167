package io.kehu.reporting;

import java.time.YearMonth;

/** What deals can be grouped by; closed ones are credited to whoever owned them when they were closed. */
public enum GroupBy {
    NONE("null::text"),
    OWNER("o.credit_owner"),
    TEAM("o.credit_team"),
    /** The first step of the team's path: {@code /central/dustin-brinkmann} belongs to {@code /central}. */
    REGION("'/' || split_part(o.credit_team, '/', 2)"),
    PRODUCT("o.product_id"),
    INDUSTRY("c.industry"),
    PROVINCE("c.province"),
    LEVEL("c.level"),
    SIZE("c.size_band"),
    CUSTOMER("o.customer_id"),
    SOURCE("o.source"),
    CAMPAIGN("o.campaign_id"),
    MONTH("date_trunc('month', o.closed_on::timestamp)"),
    QUARTER("date_trunc('quarter', o.closed_on::timestamp)");

    public static final String DESCRIPTION =
            "none, owner, team, region (first step of the team's path), product, industry,"
                    + " province, level or size (of the customer), customer, source, campaign, month or quarter 分组";

    private final String key;

    GroupBy(String key) {
        this.key = key;
    }

    /** What to group {@code opportunity o} by; deals have no {@code closed_on}, which is a day of the report's time zone. */
    public Sql key() {
        return Sql.of(key);
    }

    /** What has to stand after {@code o}, which tells a customer, for that. */
    public Sql join() {
        return Sql.of(ofCustomers() ? "left join customer c on c.id = o.customer_id" : "");
    }

    /** Whether it is {@code customer c} that tells the key. */
    public boolean ofCustomers() {
        return key.startsWith("c.");
    }

    public boolean temporal() {
        return this == MONTH || this == QUARTER;
    }

    /** The key as callers get it, for instance {@code 2026-03} or {@code 2026-Q1}. */
    public String tell(String key) {
        return switch (this) {
            case MONTH -> key == null ? null : key.substring(0, 7);
            case QUARTER ->
                key == null ? null : key.substring(0, 4) + "-Q" + (Integer.parseInt(key.substring(5, 7)) + 2) / 3;
            case NONE, OWNER, TEAM, REGION, PRODUCT, INDUSTRY, PROVINCE, LEVEL, SIZE, CUSTOMER, SOURCE, CAMPAIGN -> key;
        };
    }

    /** Where the names come from of what the key identifies. */
    public Naming naming() {
        return switch (this) {
            case PRODUCT -> Naming.PRODUCT;
            case CUSTOMER -> Naming.CUSTOMER;
            case INDUSTRY -> Naming.INDUSTRY;
            case PROVINCE -> Naming.REGION;
            case NONE, OWNER, TEAM, REGION, LEVEL, SIZE, SOURCE, CAMPAIGN, MONTH, QUARTER -> Naming.KEY;
        };
    }

    /** The deals of one group. */
    public RecordList records(RecordList deals, String key, Period period) {
        return switch (this) {
            case NONE -> deals;
            case OWNER -> deals.keyed("owner", key);
            case TEAM -> deals.keyed("team", key);
            case REGION -> key == null ? deals.keyed("team", null) : deals.below(key);
            case CUSTOMER -> deals.keyed("customerId", key);
            case SOURCE -> deals.keyed("source", key);
            case CAMPAIGN -> deals.keyed("campaignId", key);
            case MONTH -> key == null ? deals.keyed("closedAt", null) : months(deals, YearMonth.parse(key), 1, period);
            case QUARTER ->
                key == null
                        ? deals.keyed("closedAt", null)
                        : months(
                                deals,
                                YearMonth.of(
                                        Integer.parseInt(key.substring(0, 4)),
                                        Integer.parseInt(key.substring(6)) * 3 - 2),
                                3,
                                period);
            case PRODUCT, INDUSTRY, PROVINCE, LEVEL, SIZE -> deals.beyond();
        };
    }

    private static RecordList months(RecordList deals, YearMonth first, int number, Period period) {
        var days = new Period(first.atDay(1), first.plusMonths(number - 1L).atEndOfMonth(), period.timeZone());
        return days.records(deals, "closedAt");
    }
}
