-- How deals stood while they were open, where that was over the beginning of a month somewhere on earth: what a forecast learns
-- from. Their ends are repeated, so that nothing else has to be read.
create table stay (
  opportunity_id uuid        not null,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  opened_at      timestamptz,
  won_at         timestamptz,
  group_id       integer     not null,
  place_id       integer     not null,
  expected_close date,
  currency       text,
  amount         numeric,
  won_amount     numeric
);
comment on column stay.currency is 'of the amount; of what the deal came to where that is not known';
comment on column stay.won_amount is 'what the deal came to, if it was won';

-- The same as it follows from deals and their periods. Before the first stage that is known, an open deal was in an unknown one.
create view derived_stay as
select o.id as opportunity_id, s.starts_at, s.ends_at, o.opened_at, case when o.kind = 'WON' then o.closed_at end as won_at,
       o.group_id, s.place_id, s.expected_close, coalesce(s.currency, o.currency) as currency, s.amount,
       case when o.kind = 'WON' then o.amount end as won_amount
  from opportunity o
 cross join lateral (
   select p.starts_at, least(p.ends_at, o.closed_at, 'infinity') as ends_at, p.place_id, p.expected_close, p.currency, p.amount
     from opportunity_period p
    where p.opportunity_id = o.id and p.kind = 'OPEN'
   union all
   select o.opened_at, least(o.known_from, o.closed_at, 'infinity'), (select id from place where kind = 'UNKNOWN'), null, null, null
    where o.known_from is null or o.known_from > o.opened_at) s
 where not o.deleted and s.starts_at < s.ends_at
   and (date_trunc('month', s.starts_at at time zone 'UTC' - interval '1 day') + interval '1 month' - interval '1 day')
       at time zone 'UTC' < s.ends_at;

-- The beginnings of months at which a stay was seen, counted through as month_number does, with what was to be seen then: the age in
-- bands of days, in how manieth month it was won, up to the twelfth, and whether its close was expected within three months.
create function sights(starts_at timestamptz, ends_at timestamptz, opened_at timestamptz, won_at timestamptz, expected_close date,
                       zone text)
  returns table (month integer, age integer, won_in integer, due boolean)
  language sql immutable parallel safe
  begin atomic
    select m.month, width_bucket(d.day - (opened_at at time zone zone)::date, array[30, 60, 90, 120, 180, 365]),
           case when month_number(won_at, zone) - m.month < 12 then month_number(won_at, zone) - m.month + 1 end,
           expected_close >= d.day and expected_close < d.day + interval '3 months'
      from generate_series(month_number(starts_at - interval '1 microsecond', zone) + 1,
                           month_number(ends_at - interval '1 microsecond', zone)) m (month)
     cross join lateral (select make_date(m.month / 12, m.month % 12 + 1, 1)) d (day);
  end;

-- How many stays that are over were seen at the beginnings of months, in the time zone of reports that name none.
create table stay_balance (
  month      integer not null,
  group_id   integer not null,
  place_id   integer not null,
  age        integer,
  currency   text,
  won_in     integer,
  deals      bigint  not null,
  priced     bigint  not null,
  amount     numeric not null,
  won_amount numeric not null,
  due        bigint  not null,
  due_amount numeric not null,
  unique nulls not distinct (month, group_id, place_id, age, currency, won_in)
) with (fillfactor = 70);
comment on column stay_balance.won_amount is 'what those came to of which won_in tells';
comment on column stay_balance.due is 'of the priced ones, those expected to close within three months';

-- The same as it follows from stays.
create view derived_stay_balance as
select n.month, s.group_id, s.place_id, n.age, s.currency, n.won_in, count(*) as deals, count(s.amount) as priced,
       coalesce(sum(s.amount), 0) as amount, coalesce(sum(s.won_amount) filter (where n.won_in is not null), 0) as won_amount,
       count(s.amount) filter (where n.due) as due, coalesce(sum(s.amount) filter (where n.due), 0) as due_amount
  from stay s
 cross join lateral sights(s.starts_at, s.ends_at, s.opened_at, s.won_at, s.expected_close, 'Asia/Shanghai') n
 where s.ends_at < 'infinity'
 group by 1, 2, 3, 4, 5, 6;

-- What is here already.
insert into stay select * from derived_stay;
insert into stay_balance select * from derived_stay_balance;

create index stay_opportunity on stay (opportunity_id);
create index stay_lasting on stay (starts_at) where ends_at = 'infinity';
