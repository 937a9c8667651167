create table activity (
  id             uuid primary key,
  version        bigint      not null,
  number         text        not null unique,
  external_ids   jsonb       not null,
  owner          text        not null,
  team           text collate "C",
  created_at     timestamptz not null,
  created_by     text        not null,
  updated_at     timestamptz not null,
  updated_by     text        not null,
  deleted_at     timestamptz,
  type           text        not null,
  direction      text,
  subject        text        not null,
  content        text,
  happened_at    timestamptz not null,
  minutes        integer,
  participants   jsonb       not null,
  customer_id    uuid,
  opportunity_id uuid,
  contact_ids    jsonb       not null,
  outcome        text,
  results        jsonb       not null,
  needs          text,
  feedback       text
);
create index activity_owner on activity (owner, id);
create index activity_team on activity (team, id);
create index activity_type on activity (type, id);
create index activity_direction on activity (direction, id);
create index activity_outcome on activity (outcome, id);
create index activity_minutes on activity (minutes, id);
create index activity_happened_at on activity (happened_at, id);
create index activity_customer on activity (customer_id, happened_at, id);
create index activity_opportunity on activity (opportunity_id, happened_at, id);
create index activity_number_part on activity using gin (lower(number) gin_trgm_ops);
create index activity_subject_part on activity using gin (lower(subject) gin_trgm_ops);
create index activity_content_part on activity using gin (lower(content) gin_trgm_ops);
create index activity_created_at on activity (created_at, id);
create index activity_updated_at on activity (updated_at, id);

-- A record of another service as it stands now: whose timeline it is on, and who may see it there.
create table timeline_record (
  id             uuid primary key,
  type           text    not null,
  version        bigint  not null,
  number         text,
  name           text,
  kind           text,
  owner          text,
  team           text collate "C",
  customer_id    uuid,
  opportunity_id uuid,
  deleted        boolean not null
);
create index timeline_record_customer on timeline_record (customer_id);
create index timeline_record_opportunity on timeline_record (opportunity_id);

-- What has happened to such a record; imported past tells several facts by one event.
create table timeline_item (
  event_id    uuid        not null,
  position    integer     not null,
  record_id   uuid        not null,
  type        text        not null,
  occurred_at timestamptz not null,
  actor       text        not null,
  from_code   text,
  to_code     text,
  primary key (event_id, position)
);
create index timeline_item_record on timeline_item (record_id, occurred_at, event_id);
