package io.kehu.customer.figures;

import io.kehu.events.Event;
import io.kehu.platform.company.Company;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/** Keeps what other contexts told of each customer, one row per record of theirs, and sums it up into the customer's figures. */
@ApplicationScoped
class CustomerFacts {

    private static final String BEFORE =
            "select customer_id from customer_fact where id = any(?) and customer_id is not null";

    private static final String BEGIN = """
            insert into customer_figures (customer_id) select id from unnest(?) as told(id) order by id
            on conflict do nothing""";

    private static final String LOCK =
            "select 1 from customer_figures where customer_id = any(?) order by customer_id for update";

    private static final String SUM = """
            insert into customer_figures as f
              (customer_id, last_follow_up_at, last_follow_up_method, last_follow_up_id, last_follow_up_results,
               first_deal_at, last_deal_at, deal_count, total_revenue, base_revenue, base_currency, purchased_products,
               open_opportunities, sales_progress, sales_probability, open_tickets, last_feedback_score, last_feedback_at)
            select told.id, follow_up.happened_at, follow_up.label, follow_up.id, coalesce(follow_up.details, '[]'),
              deal.first_at, deal.last_at, deal.deals, revenue.sums, revenue.base, base.currency, product.list,
              opportunity.open, progress.label, progress.progress, ticket.open, feedback.score, feedback.happened_at
            from (select ?::text) as base(currency) cross join unnest(?) as told(id)
            left join lateral (
              select id, happened_at, label, details from customer_fact a
              where a.customer_id = told.id and a.kind = 'activity' and a.counts
              order by happened_at desc limit 1) follow_up on true
            cross join lateral (
              select min(happened_at) as first_at, max(happened_at) as last_at, count(*) as deals from customer_fact c
              where c.customer_id = told.id and c.kind = 'contract' and c.counts) deal
            cross join lateral (
              select coalesce(jsonb_agg(jsonb_build_object('amount', total::text, 'currency', currency) order by currency),
                              '[]') as sums,
                     sum(total) filter (where currency = base.currency) as base
              from (select currency, sum(amount) as total from customer_fact c
                    where c.customer_id = told.id and c.kind = 'contract' and c.counts and c.currency is not null
                    group by currency) by_currency) revenue
            cross join lateral (
              select coalesce(jsonb_agg(distinct bought.product), '[]') as list
              from customer_fact c, jsonb_array_elements(c.details) bought(product)
              where c.customer_id = told.id and c.kind = 'contract' and c.counts) product
            cross join lateral (
              select count(*) as open from customer_fact o
              where o.customer_id = told.id and o.kind = 'opportunity' and o.counts) opportunity
            left join lateral (
              (select label, progress from customer_fact o
               where o.customer_id = told.id and o.kind = 'opportunity' and o.counts
               order by progress desc nulls last, happened_at desc nulls last limit 1)
              union all
              (select label, progress from customer_fact o
               where o.customer_id = told.id and o.kind = 'opportunity' and not o.counts and o.ended_at is not null
               order by o.ended_at desc limit 1)
              limit 1) progress on true
            cross join lateral (
              select count(*) as open from customer_fact t
              where t.customer_id = told.id and t.kind = 'ticket' and t.counts) ticket
            left join lateral (
              select score, happened_at from customer_fact s
              where s.customer_id = told.id and s.kind = 'survey' and s.counts
              order by happened_at desc limit 1) feedback on true
            order by told.id
            on conflict (customer_id) do update set last_follow_up_at = excluded.last_follow_up_at,
              last_follow_up_method = excluded.last_follow_up_method, last_follow_up_id = excluded.last_follow_up_id,
              last_follow_up_results = excluded.last_follow_up_results, first_deal_at = excluded.first_deal_at,
              last_deal_at = excluded.last_deal_at, deal_count = excluded.deal_count,
              total_revenue = excluded.total_revenue, base_revenue = excluded.base_revenue,
              base_currency = excluded.base_currency,
              purchased_products = excluded.purchased_products,
              open_opportunities = excluded.open_opportunities, sales_progress = excluded.sales_progress,
              sales_probability = excluded.sales_probability, open_tickets = excluded.open_tickets,
              last_feedback_score = excluded.last_feedback_score, last_feedback_at = excluded.last_feedback_at""";

    private final EntityManager entities;
    private final Company company;

    CustomerFacts(EntityManager entities, Company company) {
        this.entities = entities;
        this.company = company;
    }

    void learn(List<Event> events) {
        var facts = new TreeMap<UUID, Fact>();
        for (var event : events) {
            var fact = Fact.of(event.state(), event.metadata().version(), company.zone());
            if (fact != null) {
                facts.merge(fact.id(), fact, (one, other) -> one.version() > other.version() ? one : other);
            }
        }
        if (!facts.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> write(connection, facts));
        }
    }

    private void write(Connection connection, Map<UUID, Fact> facts) throws SQLException {
        var customers = new TreeSet<UUID>();
        try (var before = connection.prepareStatement(BEFORE)) {
            before.setArray(1, uuids(connection, facts.keySet()));
            try (var rows = before.executeQuery()) {
                while (rows.next()) {
                    customers.add(rows.getObject(1, UUID.class));
                }
            }
        }
        Fact.write(connection, facts.values());
        for (var fact : facts.values()) {
            if (fact.customerId() != null) {
                customers.add(fact.customerId());
            }
        }
        sum(connection, uuids(connection, customers));
    }

    /** Under the locks of the rows, so that of several consumers at once the last one sums what all of them have told. */
    private void sum(Connection connection, Array customers) throws SQLException {
        for (var statement : List.of(BEGIN, LOCK)) {
            try (var prepared = connection.prepareStatement(statement)) {
                prepared.setArray(1, customers);
                prepared.execute();
            }
        }
        try (var sum = connection.prepareStatement(SUM)) {
            sum.setString(1, company.currency().getCurrencyCode());
            sum.setArray(2, customers);
            sum.executeUpdate();
        }
    }

    private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
