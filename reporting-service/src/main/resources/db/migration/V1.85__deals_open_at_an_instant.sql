-- What was open at an instant is found by the ranges of time themselves: by one end of them alone, most of all periods would be.
drop index opportunity_period_open;
create index opportunity_period_open on opportunity_period using spgist (tstzrange(starts_at, ends_at))
  where kind = 'OPEN' and starts_at is not null;

-- Deals whose stage was not known from their opening on, which are few unless all were imported.
create index opportunity_unknown on opportunity (opened_at)
  where not deleted and (known_from is null or known_from > opened_at);
