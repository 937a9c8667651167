-- Lists of whoever sees the rows of an owner or a team: by creation, by name and by the last change. The columns beside the
-- keys are those of the filters that such lists have most, so that none but the rows of the page are fetched.
drop index customer_owner;
drop index customer_team;
create index customer_owner on customer (owner, id) include (team, industry, level, lifecycle, deleted_at);
create index customer_team on customer (team, id) include (owner, industry, level, lifecycle, deleted_at);
create index customer_owner_name on customer (owner, name, id) include (team, industry, level, lifecycle, deleted_at);
create index customer_team_name on customer (team, name, id) include (owner, industry, level, lifecycle, deleted_at);
create index customer_owner_updated_at on customer (owner, updated_at, id)
  include (team, industry, level, lifecycle, deleted_at);
create index customer_team_updated_at on customer (team, updated_at, id)
  include (owner, industry, level, lifecycle, deleted_at);

-- The planner would put together all of an industry's rows and all of the owner's.
create index customer_owner_industry on customer (owner, industry, id);
