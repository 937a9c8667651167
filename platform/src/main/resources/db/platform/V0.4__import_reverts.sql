alter table import_job
  add column kind     text   not null default 'IMPORT',
  add column reverts  uuid references import_job on delete cascade,
  add column removed  bigint not null default 0,
  add column canceled boolean not null default false;
create index import_job_reverts on import_job (reverts) where reverts is not null;

-- What an import has made and changed, until it is taken back or the import is forgotten. A changed record's row as it stood
-- before is sealed under the key of the job.
create table import_touch (
  job_id       uuid    not null references import_job on delete cascade,
  aggregate_id uuid    not null,
  sequence     bigint  generated always as identity,
  row_number   bigint  not null,
  version      bigint  not null,
  created      boolean not null,
  image        bytea,
  primary key (job_id, aggregate_id)
);
create index import_touch_sequence on import_touch (job_id, sequence);
create index import_touch_image on import_touch (aggregate_id) where image is not null;
