package io.kehu.reporting.sales;

import io.kehu.reporting.Credit;
import io.kehu.reporting.DealParameters;
import io.kehu.reporting.DealParameters.Holder;
import io.kehu.reporting.GroupBy;
import io.kehu.reporting.Period;
import io.kehu.reporting.ReadModel;
import io.kehu.reporting.Sql;
import io.kehu.reporting.sales.Closings.Closing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * The deals that were won or lost in a period, each for all among whom it is split: it counts for each of them, with his share of
 * the amount.
 */
@ApplicationScoped
class SplitClosings {

    private static final String SPLIT = """
            select {key}, o.kind, o.currency, count(distinct o.id), count(distinct o.id) filter (where o.amount is not null),
                   sum(o.amount)
              from (
                select o.id, o.owner, o.team, o.deleted, o.pipeline, o.stage, o.kind, o.product_id, o.customer_id, o.source,
                       o.campaign_id, o.currency, o.amount * s.share as amount, s.owner as credit_owner, s.team as credit_team,
                       o.closed_at, (o.closed_at at time zone {zone})::date as closed_on
                  from opportunity o
                 cross join lateral ({shares}) s
                 where o.kind in ('WON', 'LOST')) o
              {join}
             where {conditions} and {period}
             group by 1, 2, 3""";

    private final ReadModel readModel;

    SplitClosings(ReadModel readModel) {
        this.readModel = readModel;
    }

    List<Closing> of(Period period, DealParameters deals, GroupBy groupBy) {
        var question = Sql.of(
                SPLIT,
                Map.of(
                        "key", groupBy.key(period),
                        "zone", period.zone(),
                        "shares", Credit.SPLIT.shares(),
                        "join", groupBy.join(),
                        "conditions", deals.conditions(Holder.CREDITED),
                        "period", period.holds("o.closed_at")));
        return readModel.query(
                question,
                row -> new Closing(
                        groupBy.tell(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        null,
                        row.getLong(4),
                        row.getLong(5),
                        row.getBigDecimal(6),
                        0,
                        0));
    }
}
