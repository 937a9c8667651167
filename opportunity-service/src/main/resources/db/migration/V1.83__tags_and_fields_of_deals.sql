-- Deals have tags and fields of the company's own, and leads, campaigns and competitors have tags, as other records have.
alter table opportunity
  add column tags jsonb not null default '[]',
  add column custom_fields jsonb not null default '{}';
create index opportunity_tags on opportunity using gin (tags jsonb_path_ops);
create index opportunity_custom_fields on opportunity using gin (custom_fields jsonb_path_ops);

alter table lead add column tags jsonb not null default '[]';
create index lead_tags on lead using gin (tags jsonb_path_ops);

alter table campaign add column tags jsonb not null default '[]';
create index campaign_tags on campaign using gin (tags jsonb_path_ops);

alter table competitor add column tags jsonb not null default '[]';
create index competitor_tags on competitor using gin (tags jsonb_path_ops);
