create table market_research (
  id            uuid primary key,
  version       bigint      not null,
  number        text        not null unique,
  external_ids  jsonb       not null,
  owner         text        not null,
  team          text collate "C",
  collaborators jsonb       not null default '[]',
  created_at    timestamptz not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  updated_by    text        not null,
  deleted_at    timestamptz,
  name          text        not null,
  customer_id   uuid,
  segment       text,
  researched_on date        not null,
  method        text        not null,
  needs         jsonb       not null,
  intelligence  jsonb       not null,
  conclusions   text
);
create index market_research_owner on market_research (owner, id);
create index market_research_team on market_research (team, id);
create index market_research_customer on market_research (customer_id, id);
create index market_research_name on market_research (name, id);
create index market_research_segment on market_research (segment, id);
create index market_research_researched_on on market_research (researched_on, id);
create index market_research_method on market_research (method, id);
create index market_research_needs on market_research using gin (needs jsonb_path_ops);
create index market_research_intelligence on market_research using gin (intelligence jsonb_path_ops);
create index market_research_created_at on market_research (created_at, id);
create index market_research_updated_at on market_research (updated_at, id);
