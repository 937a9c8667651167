-- By what records are found in a search box: one narrow row each, pieces of names and keys as hashes.
create table search_entry (
  id    uuid primary key,
  type  text      not null,
  text  text      not null,
  grams integer[] not null
);
create index search_entry_grams on search_entry using gin (grams);
-- What was written last is looked through one by one until it is merged, so that must stay little.
alter index search_entry_grams set (gin_pending_list_limit = 512);

-- Entries that the company adds to dictionaries or puts in the place of shipped ones.
create table dictionary_entry (
  dictionary text        not null,
  code       text        not null,
  zh         text        not null,
  en         text        not null,
  parent     text,
  aliases    text[]      not null default '{}',
  active     boolean     not null default true,
  position   integer     not null,
  updated_at timestamptz not null default now(),
  updated_by text        not null,
  primary key (dictionary, code)
);

create table custom_field (
  resource      text        not null,
  key           text        not null,
  label_zh      text        not null,
  label_en      text        not null,
  kind          text        not null,
  required      boolean     not null,
  choices       jsonb       not null default '[]',
  default_value text,
  help          text,
  active        boolean     not null default true,
  position      integer     not null,
  updated_at    timestamptz not null default now(),
  updated_by    text        not null,
  primary key (resource, key)
);
