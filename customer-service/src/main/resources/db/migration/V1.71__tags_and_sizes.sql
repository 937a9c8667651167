-- Customers are found by their tags.
create index customer_tags on customer using gin (tags jsonb_path_ops);

-- The largest customers of whoever sees the rows of an owner or a team: they were all sorted for each list.
create index customer_owner_employees on customer (owner, employees, id);
create index customer_team_employees on customer (team, employees, id);
create index customer_owner_annual_revenue on customer (owner, annual_revenue, id);
create index customer_team_annual_revenue on customer (team, annual_revenue, id);
