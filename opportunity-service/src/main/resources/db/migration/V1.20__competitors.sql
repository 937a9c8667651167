create table competitor (
  id                 uuid primary key,
  version            bigint      not null,
  number             text        not null unique,
  external_ids       jsonb       not null,
  created_at         timestamptz not null,
  created_by         text        not null,
  updated_at         timestamptz not null,
  updated_by         text        not null,
  deleted_at         timestamptz,
  name               text        not null,
  website            text,
  product_categories jsonb       not null,
  market_shares      jsonb       not null,
  sales_channels     jsonb       not null,
  strengths          text,
  weaknesses         text,
  custom_fields      jsonb       not null
);
create unique index competitor_name_once on competitor (lower(name)) where deleted_at is null;
create index competitor_name on competitor (name, id);
create index competitor_name_part on competitor using gin (lower(name) gin_trgm_ops);
create index competitor_number_part on competitor using gin (lower(number) gin_trgm_ops);
create index competitor_website on competitor (website, id);
create index competitor_custom_fields on competitor using gin (custom_fields jsonb_path_ops);
create index competitor_created_at on competitor (created_at, id);
create index competitor_updated_at on competitor (updated_at, id);
