-- A forecast of a past instant tells what has been deleted since.
drop index opportunity_unknown;
create index opportunity_unknown on opportunity (opened_at) where known_from is null or known_from > opened_at;
