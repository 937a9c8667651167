-- What sellers and their managers work with: open deals by when they are expected to close, by amount, and by how long they
-- have been left alone. Closed deals, which pile up, stand in none of these indexes.
drop index opportunity_owner_expected_close_date;
drop index opportunity_team_expected_close_date;
drop index opportunity_quiet_since;
create index opportunity_open_owner_expected_close_date on opportunity (owner, expected_close_date, id)
  include (team, stage_id) where deleted_at is null and closed_at is null;
create index opportunity_open_team_expected_close_date on opportunity (team, expected_close_date, id)
  include (owner, stage_id) where deleted_at is null and closed_at is null;
create index opportunity_open_owner_amount on opportunity (owner, amount, id)
  include (team, stage_id) where deleted_at is null and closed_at is null;
create index opportunity_open_team_amount on opportunity (team, amount, id)
  include (owner, stage_id) where deleted_at is null and closed_at is null;
create index opportunity_open_owner_quiet_since on opportunity (owner, quiet_since, id)
  include (team, stage_id) where deleted_at is null and closed_at is null;
create index opportunity_open_team_quiet_since on opportunity (team, quiet_since, id)
  include (owner, stage_id) where deleted_at is null and closed_at is null;
create index opportunity_open_expected_close_date on opportunity (expected_close_date, id)
  where deleted_at is null and closed_at is null;
create index opportunity_open_amount on opportunity (amount, id)
  where deleted_at is null and closed_at is null;
create index opportunity_open_quiet_since on opportunity (quiet_since, id)
  where deleted_at is null and closed_at is null;
