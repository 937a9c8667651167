-- Which deals a question about owners, teams and pipelines is about is decided for each group of deals, not for each deal.
create table deal_group (
  id       integer generated always as identity primary key,
  owner    text,
  team     text collate "C",
  pipeline text
);
create unique index deal_group_key on deal_group (coalesce(owner, ''), coalesce(team, ''), coalesce(pipeline, ''));
alter table opportunity add column group_id integer;
comment on column opportunity.group_id is 'deal_group that its own columns name';

-- Where deals stand of which nobody knows the stage, or not even when they were opened.
insert into place (pipeline, stage, stage_order, kind) values ('', '', 0, 'UNKNOWN'), ('', '', 0, 'UNDATED');

alter table opportunity_period add column place_id integer;
comment on column opportunity_period.place_id is 'place that its own columns name';

-- What has become of deals after they entered a stage, numbered.
create table fate (
  id          integer generated always as identity primary key,
  advanced    boolean not null,
  outcome     text    not null,
  lost_reason text
);
create unique index fate_key on fate (advanced, outcome, coalesce(lost_reason, ''));

-- The first entry of each deal into each open stage, whose time is known: what a cohort is made of, in one narrow index.
create table entry (
  opportunity_id uuid        not null,
  entered_at     timestamptz not null,
  group_id       integer     not null,
  place_id       integer     not null,
  fate_id        integer     not null,
  hundredths     integer
) with (parallel_workers = 0);
comment on table entry is 'read by one process: several would hand every row over to the one that groups them, which takes longer';
comment on column entry.hundredths is 'of the days spent in the stage, over all entries; null while in it or not known';

-- The same as it follows from deals and their periods.
create view derived_entry as
select o.id as opportunity_id, p.starts_at as entered_at, o.group_id, p.place_id, f.id as fate_id,
       round(p.days * 100)::integer as hundredths
  from opportunity o
  join opportunity_period p on p.opportunity_id = o.id and p.first and p.kind = 'OPEN'
  join fate f on f.advanced = p.advanced and f.outcome = o.kind and coalesce(f.lost_reason, '') = coalesce(o.lost_reason, '')
 where not o.deleted;

-- Where each deal stood, from when to when, without gaps: what a snapshot of the past counts. One row more, from infinity to
-- infinity, says how it stands today, whatever its history says.
create table standing (
  opportunity_id uuid        not null,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  place_id       integer     not null,
  group_id       integer     not null,
  amount         numeric
);

-- The same as it follows from deals and their periods. A deal that is closed stands where it ended from then on.
create view derived_standing as
select o.id as opportunity_id, s.starts_at, s.ends_at, s.place_id, o.group_id, s.amount
  from opportunity o
 cross join lateral (
   select 'infinity'::timestamptz as starts_at, 'infinity'::timestamptz as ends_at, o.place_id, o.amount
   union all
   select o.closed_at, 'infinity', o.place_id, o.amount where o.closed_at is not null
   union all
   select p.starts_at, least(p.ends_at, o.closed_at, 'infinity'), p.place_id, p.amount
     from opportunity_period p
    where p.opportunity_id = o.id and p.starts_at < least(p.ends_at, o.closed_at, 'infinity')
   union all
   select lower(gap), upper(gap),
          (select id from place where kind = case when o.opened_at is null then 'UNDATED' else 'UNKNOWN' end), null
     from unnest(
            tstzmultirange(tstzrange(coalesce(o.opened_at, '-infinity'),
                                     greatest(coalesce(o.opened_at, '-infinity'), coalesce(o.closed_at, 'infinity'))))
            - coalesce((select range_agg(tstzrange(p.starts_at, p.ends_at))
                          from opportunity_period p
                         where p.opportunity_id = o.id and p.starts_at < coalesce(p.ends_at, 'infinity')), '{}')) gap) s
 where not o.deleted;

-- What standings that began in a month (UTC) add up to, less those that ended in it: as in a ledger, the sum of all months
-- before is what stood at the end of the last one. Today's standings are in the month infinity.
create table standing_balance (
  month    date    not null,
  group_id integer not null,
  place_id integer not null,
  deals    bigint  not null,
  priced   bigint  not null,
  amount   numeric not null,
  primary key (month, group_id, place_id)
) with (fillfactor = 70);
comment on column standing_balance.priced is 'of them with an amount';

-- The same as it follows from standings.
create view derived_balance as
select date_trunc('month', moved.at at time zone 'UTC')::date as month, s.group_id, s.place_id,
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
insert into deal_group (owner, team, pipeline) select distinct owner, team, pipeline from opportunity;
update opportunity o set group_id = g.id from deal_group g
 where coalesce(g.owner, '') = coalesce(o.owner, '') and coalesce(g.team, '') = coalesce(o.team, '')
   and coalesce(g.pipeline, '') = coalesce(o.pipeline, '');
insert into place (pipeline, stage, stage_order, kind, currency, probability)
select distinct pipeline, stage, stage_order, kind, currency, probability from opportunity_period
on conflict do nothing;
update opportunity_period p
   set place_id = l.id
  from place l
 where l.pipeline = p.pipeline and l.stage = p.stage and l.stage_order = p.stage_order and l.kind = p.kind
   and coalesce(l.currency, '') = coalesce(p.currency, '') and coalesce(l.probability, -1) = coalesce(p.probability, -1);
insert into fate (advanced, outcome, lost_reason)
select distinct p.advanced, o.kind, o.lost_reason from opportunity o join opportunity_period p on p.opportunity_id = o.id;
insert into entry select * from derived_entry;
insert into standing select * from derived_standing;
insert into standing_balance select * from derived_balance;

create index entry_opportunity on entry (opportunity_id);
create index entry_made on entry (entered_at) include (group_id, place_id, fate_id, hundredths);
create index standing_opportunity on standing (opportunity_id);
create index standing_begun on standing (starts_at) include (group_id, place_id, amount) where starts_at < 'infinity';
create index standing_ended on standing (ends_at) include (group_id, place_id, amount) where ends_at < 'infinity';
drop index opportunity_period_first, opportunity_outcome, opportunity_place;
