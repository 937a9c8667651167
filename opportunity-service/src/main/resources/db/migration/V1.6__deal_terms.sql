alter table opportunity
  add column campaign_id uuid,
  add column contacts jsonb not null default '[]',
  add column competitors jsonb not null default '[]',
  add column split jsonb not null default '[]',
  add column exchange_rate jsonb,
  add column stated_probability jsonb;
create index opportunity_campaign on opportunity (campaign_id, id);
create index opportunity_contacts on opportunity using gin (contacts jsonb_path_ops);
create index opportunity_competitors on opportunity using gin (competitors jsonb_path_ops);
