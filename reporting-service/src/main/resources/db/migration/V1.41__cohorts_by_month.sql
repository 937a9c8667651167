-- What has become of the deals that entered a stage in a month (UTC), as counts by fate_id, and how long those that have left it
-- were in it, as counts by hundredths of days. As in a ledger, the sum of all months before is what is to be said of all that
-- had entered it when the last one ended. All counts stand in one row, because there are almost as many days as deals.
create table entry_balance (
  month    date      not null,
  group_id integer   not null,
  place_id integer   not null,
  of_days  boolean   not null,
  keys     integer[] not null,
  deals    integer[] not null,
  primary key (month, group_id, place_id, of_days)
) with (fillfactor = 70);
comment on column entry_balance.keys is 'hundredths of days if of_days, else fates; ascending';
comment on column entry_balance.deals is 'of the key at the same position, never 0';

-- The same as it follows from entries.
create view derived_entry_balance as
select month, group_id, place_id, of_days, array_agg(key order by key) as keys, array_agg(deals order by key) as deals
  from (
    select date_trunc('month', entered_at at time zone 'UTC')::date as month, group_id, place_id,
           grouping(hundredths) = 0 as of_days, coalesce(fate_id, hundredths) as key, count(*)::integer as deals
      from entry
     group by 1, 2, 3, grouping sets (fate_id, hundredths)) counted
 where key is not null
 group by month, group_id, place_id, of_days;

-- What is here already.
insert into entry_balance select * from derived_entry_balance;

-- Whose deals they are is decided by their group.
drop index opportunity_opened;
create index opportunity_opened on opportunity (opened_at) include (group_id, kind, stages_known) where not deleted;
