-- What a company decides for itself, of every kind in one table, each under its key.
create table setting (
  kind       text        not null,
  key        text        not null,
  value      jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null,
  primary key (kind, key)
);
