-- Which closed deals a question about owners, teams and pipelines is about is decided for each of these, not for each deal.
create table credit (
  id           integer generated always as identity primary key,
  owner        text,
  team         text collate "C",
  pipeline     text,
  credit_owner text,
  credit_team  text collate "C"
);
create unique index credit_key on credit
  (coalesce(owner, ''), coalesce(team, ''), coalesce(pipeline, ''), coalesce(credit_owner, ''), coalesce(credit_team, ''));

-- What closed deals are told apart by besides, numbered.
create table trait (
  id          integer generated always as identity primary key,
  product_id  uuid,
  source      text,
  campaign_id uuid,
  lost_reason text
);
create unique index trait_key on trait
  (coalesce(product_id::text, ''), coalesce(source, ''), coalesce(campaign_id::text, ''), coalesce(lost_reason, ''));

-- The deals that are won or lost, in as few bytes as can be: all of them are counted in the time that a report has.
create table closing (
  opportunity_id uuid    not null,
  customer_id    uuid,
  credit_id      integer not null,
  place_id       integer not null,
  trait_id       integer not null,
  closed_on      date,
  days           integer,
  opened_at      timestamptz,
  closed_at      timestamptz,
  amount         numeric
);
comment on column closing.closed_on is 'in the time zone of reports that name none, as days';
comment on column closing.days is 'from opening to closing';

-- The same as it follows from deals.
create view derived_closing as
select o.id as opportunity_id, o.customer_id, c.id as credit_id, o.place_id, t.id as trait_id,
       (o.closed_at at time zone 'Asia/Shanghai')::date as closed_on,
       (o.closed_at at time zone 'Asia/Shanghai')::date - (o.opened_at at time zone 'Asia/Shanghai')::date as days,
       o.opened_at, o.closed_at, o.amount
  from opportunity o
  join credit c
    on coalesce(c.owner, '') = coalesce(o.owner, '') and coalesce(c.team, '') = coalesce(o.team, '')
   and coalesce(c.pipeline, '') = coalesce(o.pipeline, '')
   and coalesce(c.credit_owner, '') = coalesce(o.credit_owner, '')
   and coalesce(c.credit_team, '') = coalesce(o.credit_team, '')
  join trait t
    on coalesce(t.product_id::text, '') = coalesce(o.product_id::text, '') and coalesce(t.source, '') = coalesce(o.source, '')
   and coalesce(t.campaign_id::text, '') = coalesce(o.campaign_id::text, '')
   and coalesce(t.lost_reason, '') = coalesce(o.lost_reason, '')
 where o.kind in ('WON', 'LOST') and not o.deleted;

-- What closings add up to: by month, and, for exact percentiles, by year and days, of which there are far fewer than deals.
create table closing_balance (
  since     date,
  credit_id integer not null,
  place_id  integer not null,
  of_days   boolean not null,
  days      integer,
  deals     bigint  not null,
  priced    bigint  not null,
  amount    numeric not null,
  dated     bigint  not null,
  all_days  bigint  not null,
  unique nulls not distinct (since, credit_id, place_id, of_days, days)
) with (fillfactor = 70);
comment on column closing_balance.since is 'first day of the year if of_days, else of the month; null of what nobody knows the day of';
comment on column closing_balance.days is 'from opening to closing if of_days and where both are known';
comment on column closing_balance.dated is 'of the deals where both are known';
comment on column closing_balance.all_days is 'of these, added up';

-- The same as it follows from closings.
create view derived_closing_balance as
select case grouping(month) when 0 then month else year end as since, credit_id, place_id, grouping(month) = 1 as of_days, days,
       count(*) as deals, count(amount) as priced, coalesce(sum(amount), 0) as amount, count(took) as dated,
       coalesce(sum(took), 0) as all_days
  from (
    select date_trunc('month', closed_on::timestamp)::date as month, date_trunc('year', closed_on::timestamp)::date as year,
           credit_id, place_id, days, days as took, amount
      from closing) closed
 group by credit_id, place_id, grouping sets ((month), (year, days));

-- What is here already.
insert into credit (owner, team, pipeline, credit_owner, credit_team)
select distinct owner, team, pipeline, credit_owner, credit_team from opportunity where kind in ('WON', 'LOST');
insert into trait (product_id, source, campaign_id, lost_reason)
select distinct product_id, source, campaign_id, lost_reason from opportunity where kind in ('WON', 'LOST');
insert into closing select * from derived_closing;
insert into closing_balance select * from derived_closing_balance;

create index closing_opportunity on closing (opportunity_id);
create index closing_day on closing (closed_on);

-- Lost reasons are counted from closings.
drop index opportunity_lost;
