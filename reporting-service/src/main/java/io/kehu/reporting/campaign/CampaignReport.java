package io.kehu.reporting.campaign;

import io.kehu.events.Money;
import io.kehu.platform.company.Company;
import io.kehu.reporting.FreshnessReport;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Shares;
import io.kehu.reporting.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What each campaign has cost and brought. A deal is touched by a campaign that it names, by one that its lead came from, and
 * whenever its lead or a contact of it was invited, registered, attended or responded, before it was closed.
 */
@ApplicationScoped
class CampaignReport {

    /**
     * Rounded to two digits so that all campaigns together have what they have in truth: each is rounded down, and what is
     * missing goes to those that lost most by that.
     */
    private static final String ROUNDED = """
            floor(%1$s * 100) / 100
              + case when row_number() over (partition by %2$s order by %1$s * 100 - floor(%1$s * 100) desc, campaign_id)
                          <= round(sum(%1$s) over (partition by %2$s) * 100) - sum(floor(%1$s * 100)) over (partition by %2$s)
                then 0.01 else 0 end as %1$s""";

    private static final String EFFECT = """
            with chosen as materialized (
              select c.* from campaign c where {conditions} and {period}
            ), moment as (
              select m.campaign_id, m.lead_id, m.contact_id, t.at
                from campaign_member m
                cross join lateral (values (m.invited_at), (m.registered_at), (m.attended_at), (m.responded_at)) t(at)
               where not m.deleted and t.at is not null
            ), touched as (
              select o.id, o.campaign_id, o.opened_at as at from opportunity o where o.campaign_id is not null
              union all
              select l.opportunity_id, l.campaign_id, l.created_at from lead l
               where l.campaign_id is not null and l.opportunity_id is not null and not l.deleted
              union all
              select l.opportunity_id, m.campaign_id, m.at from moment m join lead l on l.id = m.lead_id
               where l.opportunity_id is not null and not l.deleted
              union all
              select o.id, m.campaign_id, m.at
                from opportunity o
                cross join lateral jsonb_array_elements(o.contacts) part
                join moment m on m.contact_id = cast(part ->> 'contactId' as uuid)
               where o.contacts <> '[]'
            ), touch as (
              select o.id, o.kind, o.amount, o.currency, o.base_amount, o.base_currency, d.campaign_id,
                     row_number() over (partition by o.id order by min(d.at) nulls last, d.campaign_id) as nth,
                     row_number() over (partition by o.id order by max(d.at) desc nulls last, d.campaign_id) as nth_last,
                     count(*) over (partition by o.id) as campaigns
                from touched d
                join opportunity o on o.id = d.id
                join campaign k on k.id = d.campaign_id and not k.deleted
               where not o.deleted and {deals} and (d.at is null or o.closed_at is null or d.at <= o.closed_at)
               group by o.id, o.kind, o.amount, o.currency, o.base_amount, o.base_currency, d.campaign_id
            ), exact as (
              select t.campaign_id, c.currency, sum(s.share) as opportunities,
                     coalesce(sum(s.share) filter (where t.kind = 'WON'), 0) as won,
                     coalesce(sum(s.share * a.amount) filter (where t.kind = 'WON'), 0) as revenue,
                     array_agg(distinct t.currency)
                       filter (where t.kind = 'WON' and s.share > 0 and t.amount is not null and a.amount is null) as others
                from touch t
                join campaign k on k.id = t.campaign_id
                cross join lateral (select coalesce(k.currency, {home}) as currency) c
                cross join lateral (select {weight} as share) s
                cross join lateral (
                  select case c.currency when t.currency then t.amount when t.base_currency then t.base_amount end as amount) a
               group by t.campaign_id, c.currency
            ), credited as (
              select campaign_id, others,
                     {opportunities},
                     {won},
                     {revenue}
                from exact
            )
            select c.id::text, c.name, c.type, c.status, c.budget, c.actual_cost, coalesce(c.currency, {home}),
                   m.members, m.invited, m.registered, m.attended, m.responded, l.leads, l.converted,
                   d.opportunities, d.won, d.revenue, d.others
              from chosen c
              cross join lateral (
                select count(*) as members, count(m.invited_at) as invited, count(m.registered_at) as registered,
                       count(m.attended_at) as attended, count(m.responded_at) as responded
                  from campaign_member m where m.campaign_id = c.id and not m.deleted) m
              cross join lateral (
                select count(*) as leads, count(l.converted_at) as converted
                  from lead l where l.campaign_id = c.id and not l.deleted and {leads}) l
              left join credited d on d.campaign_id = c.id""";

    private final ReadModel readModel;
    private final FreshnessReport freshness;
    private final Company company;

    CampaignReport(ReadModel readModel, FreshnessReport freshness, Company company) {
        this.readModel = readModel;
        this.freshness = freshness;
        this.company = company;
    }

    CampaignFigures make(Period period, CampaignParameters campaigns, Attribution attribution, Ranking rankBy) {
        var about = freshness.about();
        var question = Sql.of(
                EFFECT,
                Map.of(
                        "conditions", campaigns.conditions(),
                        "period", starts(period),
                        "deals", Sql.visible("o"),
                        "leads", Sql.visible("l"),
                        "weight", Sql.of(attribution.weight()),
                        "home", company.currency().getCurrencyCode(),
                        "opportunities", rounded("opportunities", "null"),
                        "won", rounded("won", "null"),
                        "revenue", rounded("revenue", "currency")));
        var found = new ArrayList<CampaignFigures.Row>();
        var others = new TreeSet<String>();
        readModel.each(question, row -> {
            found.add(read(row));
            if (row.getArray(18) != null) {
                others.addAll(List.of((String[]) row.getArray(18).getArray()));
            }
        });
        var ranked = found.stream().sorted(rankBy.order()).toList();
        var rows = IntStream.range(0, ranked.size())
                .mapToObj(place -> ranked.get(place).at(place + 1))
                .toList();
        return new CampaignFigures(about, period, attribution, rankBy, others, rows);
    }

    /** @param whole by what campaigns are told apart that have nothing to share */
    private static Sql rounded(String figure, String whole) {
        return Sql.of(ROUNDED.formatted(figure, whole));
    }

    /** Campaigns that start in the period; those without a date only in an open one. */
    private static Sql starts(Period period) {
        return Sql.and(List.of(
                period.from() == null ? Sql.of("true") : Sql.of("c.starts_on >= ?", period.from()),
                period.to() == null ? Sql.of("true") : Sql.of("c.starts_on <= ?", period.to())));
    }

    private static CampaignFigures.Row read(ResultSet row) throws SQLException {
        var currency = row.getString(7);
        var cost = row.getBigDecimal(6);
        var members = row.getLong(8);
        var responded = row.getLong(12);
        var leads = row.getLong(13);
        var converted = row.getLong(14);
        var revenue = orZero(row.getBigDecimal(17));
        return new CampaignFigures.Row(
                0,
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                members,
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                responded,
                Shares.share(responded, members),
                leads,
                converted,
                Shares.share(converted, leads),
                Shares.rounded(orZero(row.getBigDecimal(15))),
                Shares.rounded(orZero(row.getBigDecimal(16))),
                money(revenue, currency),
                money(row.getBigDecimal(5), currency),
                money(cost, currency),
                cost == null || cost.signum() == 0 || leads == 0
                        ? null
                        : money(cost.divide(BigDecimal.valueOf(leads), 2, RoundingMode.HALF_UP), currency),
                cost == null ? null : Shares.share(revenue.subtract(cost), cost));
    }

    private static BigDecimal orZero(BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    private static Money money(BigDecimal amount, String currency) {
        return amount == null ? null : new Money(Shares.rounded(amount), currency);
    }
}
