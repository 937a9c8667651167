-- What somebody asks of a list again and again; kind is the class of the records, resource what the API calls them.
create table saved_view (
  id         uuid primary key,
  resource   text        not null,
  kind       text        not null,
  name       text        not null,
  filter     text,
  q          text,
  sort       text,
  columns    text[]      not null,
  owner      text        not null,
  teams      text[]      not null,
  everyone   boolean     not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index saved_view_owner on saved_view (owner);
