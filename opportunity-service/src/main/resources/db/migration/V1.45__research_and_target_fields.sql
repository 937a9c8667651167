-- Research and targets have tags and fields of the company's own, as other records have.
alter table market_research
  add column tags jsonb not null default '[]',
  add column custom_fields jsonb not null default '{}';
create index market_research_tags on market_research using gin (tags jsonb_path_ops);
create index market_research_custom_fields on market_research using gin (custom_fields jsonb_path_ops);

alter table target
  add column tags jsonb not null default '[]',
  add column custom_fields jsonb not null default '{}';
create index target_tags on target using gin (tags jsonb_path_ops);
create index target_custom_fields on target using gin (custom_fields jsonb_path_ops);
