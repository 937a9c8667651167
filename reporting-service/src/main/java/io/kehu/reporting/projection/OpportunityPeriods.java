package io.kehu.reporting.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps the facts of opportunities' history, each once by its event, and what follows from them. Whatever follows is worked
 * out anew from all facts of the opportunity, so neither order nor repetition of events matters.
 */
final class OpportunityPeriods {

    private static final String INSERT = """
            insert into opportunity_period (event_id, position, opportunity_id, version, pipeline, stage, stage_order, kind,
              probability, amount, currency, owner, team, entered, starts_at,
              recorded_at, expected_close, forecast_category, pipeline_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String KEEP = INSERT + " on conflict (event_id, position) do nothing";

    private static final String REWRITE = INSERT + """
             on conflict (event_id, position) do update set
              pipeline = excluded.pipeline, stage = excluded.stage, stage_order = excluded.stage_order, kind = excluded.kind,
              probability = excluded.probability, amount = excluded.amount, currency = excluded.currency,
              owner = excluded.owner, team = excluded.team, entered = excluded.entered, starts_at = excluded.starts_at,
              expected_close = excluded.expected_close, forecast_category = excluded.forecast_category,
              pipeline_version = excluded.pipeline_version, place_id = null""";

    /** What is told of a stage without its time gives way when the time is learned. To be won is beyond every stage of any pipeline. */
    private static final String DERIVE_PERIODS = """
            with told as (
              select p.*, coalesce(starts_at, recorded_at) as place, r.nth
                from opportunity_period p
                join stage_rank r on r.pipeline = p.pipeline and r.code = p.stage
               where opportunity_id = any (?)
                 and (starts_at is not null
                      or not exists (select from opportunity_period known
                                      where known.opportunity_id = p.opportunity_id
                                        and known.pipeline = p.pipeline and known.stage = p.stage
                                        and known.entered and known.starts_at is not null))),
            ordered as (
              select t.*,
                     lead(starts_at) over run as next_at,
                     lead(true) over run is true and lead(starts_at) over run is null as end_unknown,
                     lead(starts_at) over (partition by opportunity_id, entered order by place, version, position) as left_at,
                     row_number() over (partition by opportunity_id, pipeline, stage, entered
                                        order by place, version, position) as entry,
                     max(nth) filter (where entered and kind in ('OPEN', 'WON'))
                       over (partition by opportunity_id, pipeline) as furthest,
                     bool_or(entered and kind in ('WON', 'AFTER_SALES')) over (partition by opportunity_id) as won
                from told t
              window run as (partition by opportunity_id order by place, version, position)),
            derived as (
              select event_id, position,
                     case when end_unknown then starts_at else next_at end as ends_at,
                     entered and starts_at is not null and entry = 1 as first,
                     coalesce(furthest > nth, false) or won and kind = 'OPEN' as advanced,
                     case when entered and bool_and(left_at is not null) over stay
                       then (sum(extract(epoch from left_at - starts_at)) over stay / 86400)::double precision
                     end as days
                from ordered
              window stay as (partition by opportunity_id, pipeline, stage, entered))
            update opportunity_period p
               set ends_at = d.ends_at, first = d.first, advanced = d.advanced, days = d.days
              from derived d
             where p.event_id = d.event_id and p.position = d.position
               and (p.ends_at, p.first, p.advanced, p.days) is distinct from (d.ends_at, d.first, d.advanced, d.days)""";

    /** An end is credited to whoever owned the deal when it was told first; what is told of it later changes nothing. */
    private static final String DERIVE_OPPORTUNITIES = """
            with derived as (
              select o.id,
                     case when closing.event_id is null then o.owner else closing.owner end as owner,
                     case when closing.event_id is null then o.team else closing.team end as team,
                     exists (select from opportunity_period p
                              where p.opportunity_id = o.id and p.entered and p.kind = 'OPEN' and p.starts_at is not null) as known,
                     (select min(p.starts_at) from opportunity_period p where p.opportunity_id = o.id) as known_from
                from opportunity o
                left join lateral (
                  select e.event_id, e.owner, e.team
                    from (
                      select e.*, bool_and(e.ended) over (order by e.version desc) as lasting
                        from (
                          select distinct on (p.version) p.*,
                                 case p.kind when 'AFTER_SALES' then 'WON' else p.kind end = o.kind as ended
                            from opportunity_period p
                           where p.opportunity_id = o.id and p.entered and o.kind <> 'OPEN'
                           order by p.version, p.position desc) e) e
                   where e.lasting
                   order by e.version
                   limit 1) closing on true
               where o.id = any (?))
            update opportunity o
               set credit_owner = d.owner, credit_team = d.team, stages_known = d.known, known_from = d.known_from
              from derived d
             where o.id = d.id
               and (o.credit_owner, o.credit_team, o.stages_known, o.known_from)
                   is distinct from (d.owner, d.team, d.known, d.known_from)""";

    private OpportunityPeriods() {}

    /**
     * Adds facts that are not there yet and works out what follows for {@code opportunities}, whose rows the caller has
     * locked by keeping their states first.
     *
     * @param again whether the facts are replayed: then they are written again
     */
    static void keep(
            Connection connection, Collection<UUID> opportunities, List<OpportunityPeriod> periods, boolean again)
            throws SQLException {
        try (var statement = connection.prepareStatement(again ? REWRITE : KEEP)) {
            for (var period : distinct(periods)) {
                bind(statement, period);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        RevertedImports.forget(connection, opportunities);
        Stages.keep(connection, periods);
        workOut(connection, opportunities);
    }

    /** @param opportunities whose rows the caller has locked */
    static void workOut(Connection connection, Collection<UUID> opportunities) throws SQLException {
        new Derivation(List.of(DERIVE_PERIODS, DERIVE_OPPORTUNITIES)).workOut(connection, opportunities);
    }

    private record Key(UUID eventId, int position) {}

    /** One batch may hold the same event twice. */
    private static Collection<OpportunityPeriod> distinct(List<OpportunityPeriod> periods) {
        return periods.stream()
                .collect(Collectors.toMap(
                        period -> new Key(period.event().id(), period.position()), period -> period, (one, _) -> one))
                .values();
    }

    private static void bind(PreparedStatement statement, OpportunityPeriod period) throws SQLException {
        var stage = period.stage();
        Object[] values = {
            period.event().id(),
            period.position(),
            period.event().aggregateId(),
            period.event().version(),
            stage.pipeline(),
            stage.code(),
            stage.order(),
            stage.kind(),
            period.probability(),
            CurrentStates.amount(period.amount()),
            CurrentStates.currency(period.amount()),
            period.state().owner(),
            period.state().team(),
            period.entered(),
            period.startsAt(),
            period.event().recordedAt(),
            period.expectedClose(),
            stage.forecastCategory(),
            period.pipelineVersion()
        };
        for (var column = 1; column <= values.length; column++) {
            StateTable.set(statement, column, values[column - 1]);
        }
    }
}
