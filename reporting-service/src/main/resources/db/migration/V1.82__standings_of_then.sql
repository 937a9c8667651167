-- A snapshot of the past tells what has been deleted since, and asks for owners and teams as they were; only who may see it is
-- decided by those of today. So standings name a credit: by whom a deal is seen, and whose it was.
alter table opportunity
  add column deleted_at      timestamptz,
  add column deleted_version bigint;
comment on column opportunity.deleted_at is 'last time that it was, whether or not it has been restored since';

drop view derived_balance;
drop view derived_standing;
truncate standing, standing_balance;
alter table standing rename column group_id to credit_id;
alter table standing_balance rename column group_id to credit_id;

-- As before, until a deal was deleted; nobody knows when that was of deals deleted before this release, until a rebuild.
create view derived_standing as
select o.id as opportunity_id, s.starts_at, s.ends_at, s.place_id, c.id as credit_id, s.amount
  from opportunity o
 cross join lateral (select case when o.deleted then coalesce(o.deleted_at, '-infinity') else 'infinity' end) d (gone_at)
 cross join lateral (
   select 'infinity'::timestamptz as starts_at, 'infinity'::timestamptz as ends_at, o.place_id, o.amount, o.owner, o.team, o.pipeline
    where not o.deleted
   union all
   select o.closed_at, gone_at, o.place_id, o.amount, o.credit_owner, o.credit_team, o.pipeline where o.closed_at < gone_at
   union all
   select p.starts_at, least(p.ends_at, o.closed_at, gone_at), p.place_id, p.amount, p.owner, p.team, p.pipeline
     from opportunity_period p
    where p.opportunity_id = o.id and p.starts_at < least(p.ends_at, o.closed_at, gone_at)
   union all
   select lower(gap), upper(gap),
          (select id from place where kind = case when o.opened_at is null then 'UNDATED' else 'UNKNOWN' end), null,
          case when f.told then f.owner else o.owner end, case when f.told then f.team else o.team end, o.pipeline
     from unnest(
            tstzmultirange(tstzrange(coalesce(o.opened_at, '-infinity'),
                                     greatest(coalesce(o.opened_at, '-infinity'), least(o.closed_at, gone_at))))
            - coalesce((select range_agg(tstzrange(p.starts_at, p.ends_at))
                          from opportunity_period p
                         where p.opportunity_id = o.id and p.starts_at < coalesce(p.ends_at, 'infinity')), '{}')) gap
     left join lateral (
       select true as told, p.owner, p.team
         from opportunity_period p
        where p.opportunity_id = o.id
        order by p.version, p.position
        limit 1) f on true) s
  join credit c
    on coalesce(c.owner, '') = coalesce(o.owner, '') and coalesce(c.team, '') = coalesce(o.team, '')
   and coalesce(c.pipeline, '') = coalesce(s.pipeline, '')
   and coalesce(c.credit_owner, '') = coalesce(s.owner, '') and coalesce(c.credit_team, '') = coalesce(s.team, '');

create view derived_balance as
select date_trunc('month', moved.at at time zone 'UTC')::date as month, s.credit_id, s.place_id,
       sum(moved.deals) as deals,
       coalesce(sum(moved.deals) filter (where s.amount is not null), 0) as priced,
       coalesce(sum(moved.deals * s.amount), 0) as amount
  from standing s
 cross join lateral (
   select s.starts_at as at, 1 as deals
   union all
   select s.ends_at, -1 where s.ends_at < 'infinity') moved
 group by 1, 2, 3;

-- What is here already.
insert into credit (owner, team, pipeline, credit_owner, credit_team)
select owner, team, pipeline, owner, team from opportunity
union
select owner, team, pipeline, credit_owner, credit_team from opportunity
union
select o.owner, o.team, p.pipeline, p.owner, p.team from opportunity o join opportunity_period p on p.opportunity_id = o.id
union
select o.owner, o.team, o.pipeline, p.owner, p.team from opportunity o join opportunity_period p on p.opportunity_id = o.id
on conflict do nothing;
insert into standing select * from derived_standing;
insert into standing_balance select * from derived_balance;
