create table target (
  id            uuid primary key,
  version       bigint      not null,
  number        text        not null unique,
  external_ids  jsonb       not null,
  owner         text,
  team          text collate "C",
  collaborators jsonb       not null default '[]',
  created_at    timestamptz not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  updated_by    text        not null,
  deleted_at    timestamptz,
  subject_kind  text        not null,
  subject       text,
  metric        text        not null,
  year          integer     not null,
  currency      text,
  months        jsonb       not null
);
create unique index target_once on target (subject_kind, coalesce(subject, ''), metric, year) where deleted_at is null;
create index target_owner on target (owner, id);
create index target_team on target (team, id);
create index target_subject_kind on target (subject_kind, id);
create index target_subject on target (subject, id);
create index target_subject_part on target using gin (lower(subject) gin_trgm_ops);
create index target_number_part on target using gin (lower(number) gin_trgm_ops);
create index target_metric on target (metric, id);
create index target_year on target (year, id);
create index target_created_at on target (created_at, id);
create index target_updated_at on target (updated_at, id);
