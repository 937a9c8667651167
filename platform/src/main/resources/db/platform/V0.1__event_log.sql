create table event (
  id             uuid primary key,
  aggregate_type text        not null,
  aggregate_id   uuid        not null,
  version        bigint      not null,
  type           text        not null,
  data           jsonb       not null,
  state          jsonb       not null,
  personal       bytea,
  actor          text        not null,
  origin         text        not null,
  cause          text,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  historical     boolean     not null,
  trace          text,
  unique (aggregate_id, version)
);
create index event_recorded_at on event (recorded_at, id);

-- What Kafka does not have yet. Rows come and go, so the table must be vacuumed early.
create table outbox (
  sequence bigint generated always as identity primary key,
  lane     smallint not null,
  event_id uuid     not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
create index outbox_lane on outbox (lane, sequence);

create table inbox (
  consumer    text        not null,
  event_id    uuid        not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

create table dead_letter (
  id              uuid primary key,
  topic           text        not null,
  topic_partition integer     not null,
  topic_offset    bigint      not null,
  message_key     text,
  headers         jsonb       not null,
  message         bytea       not null,
  reason          text        not null,
  failed_at       timestamptz not null default now(),
  unique (topic, topic_partition, topic_offset)
);

-- The key that personal data of one subject is sealed with; deleting the row erases the data wherever it stands.
create table subject_key (
  subject_id uuid primary key,
  sealed_key bytea not null
);

-- How far each sealed column is under the current key of personal data.
create table resealing (
  name         text primary key,
  key_id       text    not null,
  position     uuid    not null,
  done         boolean not null,
  resealed     bigint  not null,
  of_this_pass bigint  not null
);

-- Who was given personal data in clear, and why. Rows are only ever added.
create table access_log (
  id             uuid primary key,
  aggregate_type text        not null,
  aggregate_id   uuid        not null,
  action         text        not null,
  field          text        not null,
  reason         text        not null,
  username       text        not null,
  accessed_at    timestamptz not null default now(),
  trace          text        not null
);
create index access_log_record on access_log (aggregate_type, aggregate_id, id);
create function refuse_change_of_access_log() returns trigger language plpgsql as $$
begin
  raise exception 'The access log is only ever added to';
end $$;
create trigger access_log_append_only before update or delete or truncate on access_log
  for each statement execute function refuse_change_of_access_log();

create table external_id (
  aggregate_type text not null,
  source         text not null,
  external_id    text not null,
  aggregate_id   uuid not null,
  primary key (aggregate_type, source, external_id)
);
create index external_id_aggregate on external_id (aggregate_id);

create table number_block (
  prefix    text   not null,
  day       date   not null,
  next_value bigint not null,
  primary key (prefix, day)
);

create table stored_answer (
  id           text primary key,
  request_hash bytea       not null,
  status       integer     not null,
  location     text,
  body         bytea,
  aggregate_type text,
  aggregate_id uuid,
  expires_at   timestamptz not null
);
create index stored_answer_expires_at on stored_answer (expires_at);

create table lease (
  name       text primary key,
  holder     text        not null,
  expires_at timestamptz not null
);

-- What this service knows of other services' records.
create table known_record (
  type         text    not null,
  id           uuid    not null,
  version      bigint  not null,
  number       text,
  name         text,
  owner        text,
  team         text,
  merged_into  uuid,
  deleted      boolean not null,
  primary key (type, id)
);
create index known_record_name on known_record (type, lower(name));
create table known_external_id (
  type        text not null,
  source      text not null,
  external_id text not null,
  id          uuid not null,
  primary key (type, source, external_id)
);
