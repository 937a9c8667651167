package io.kehu.reporting.reconciliation;

import io.kehu.events.Context;

/** A kind of record that is reconciled: who owns it, and how the read model counts what the owner's totals count. */
enum Source {
    CUSTOMERS(Context.CUSTOMER, "customers", counted("customer")),
    CONTACTS(Context.CUSTOMER, "contacts", counted("contact")),
    OPPORTUNITIES(Context.OPPORTUNITY, "opportunities", """
            select 'count', kind, null, count(*) from opportunity where not deleted group by kind
            union all
            select 'amount', kind, currency, sum(amount) from opportunity
             where not deleted and currency is not null group by kind, currency"""),
    LEADS(Context.OPPORTUNITY, "leads", counted("lead")),
    ACTIVITIES(Context.ACTIVITY, "activities", counted("activity")),
    TICKETS(Context.SERVICE_DESK, "tickets", """
            select 'count', status, null, count(*) from ticket where not deleted group by status"""),
    CLOCKS(Context.SERVICE_DESK, "sla-clocks", """
            select 'count', status, null, count(*) from sla where not deleted group by status
            union all
            select 'judged', verdict, null, count(*) from sla where not deleted and verdict is not null group by verdict"""),
    SURVEYS(Context.SERVICE_DESK, "surveys", """
            select 'sent', null, null, count(sent_at) from survey where not deleted
            union all
            select 'answered', null, null, count(score) from survey where not deleted
            union all
            select 'scoreSum', null, null, coalesce(sum(score), 0) from survey where not deleted"""),
    PRODUCTS(Context.CONTRACT, "products", counted("product")),
    CONTRACTS(Context.CONTRACT, "contracts", """
            select 'count', status, null, count(*) from contract where not deleted group by status
            union all
            select 'amount', status, currency, sum(amount) from contract
             where not deleted and currency is not null group by status, currency""");

    private final Context context;
    private final String resource;
    private final String own;

    Source(Context context, String resource, String own) {
        this.context = context;
        this.resource = resource;
        this.own = own;
    }

    private static String counted(String table) {
        return "select 'count', null, null, count(*) from " + table + " where not deleted";
    }

    String service() {
        return context.code() + "-service";
    }

    String resource() {
        return resource;
    }

    String path() {
        return "/v1/" + resource + "/totals";
    }

    /** Answers measure, part, currency and value. */
    String own() {
        return own;
    }
}
