create table import_job (
  id            uuid primary key,
  resource      text        not null,
  file_name     text        not null,
  mode          text        not null,
  dry_run       boolean     not null,
  status        text        not null,
  plan          jsonb       not null,
  username      text        not null,
  caller        jsonb       not null,
  language      text        not null,
  sealed_key    bytea       not null,
  rows_total    bigint      not null,
  position      bigint      not null,
  rows_read     bigint      not null default 0,
  created       bigint      not null default 0,
  updated       bigint      not null default 0,
  unchanged     bigint      not null default 0,
  rejected      bigint      not null default 0,
  active_millis bigint      not null default 0,
  attempts      integer     not null default 0,
  failure       text,
  created_at    timestamptz not null default now(),
  started_at    timestamptz,
  finished_at   timestamptz,
  holder        uuid,
  held_until    timestamptz
);
create index import_job_open on import_job (created_at) where finished_at is null;
create index import_job_resource on import_job (resource, id desc);

-- The uploaded file, sealed under the key of its job, kept until the job is finished, so that any replica can go on with it.
create table import_piece (
  job_id  uuid    not null references import_job on delete cascade,
  number  integer not null,
  content bytea   not null,
  primary key (job_id, number)
);

-- Rows that were not taken, as they stood in the file, with the reasons, sealed under the key of their job.
create table import_reject (
  job_id     uuid   not null references import_job on delete cascade,
  row_number bigint not null,
  sealed     bytea  not null,
  primary key (job_id, row_number)
);
