alter table customer
  add column merged_into uuid references customer,
  add column name_key text,
  add column email_domain text;
create index customer_name_key on customer (name_key) where deleted_at is null;
create index customer_name_key_part on customer using gin (name_key gin_trgm_ops);
create index customer_email_domain on customer (email_domain) where email_domain is not null;

-- What each merge has taken into a survivor, for as long as it can be undone and after.
create table customer_merge (
  merge_id     uuid        not null,
  merged_id    uuid        not null references customer,
  survivor_id  uuid        not null references customer,
  external_ids jsonb       not null,
  merged_at    timestamptz not null,
  merged_by    text        not null,
  undone_at    timestamptz,
  undone_by    text,
  primary key (merge_id, merged_id)
);
create unique index customer_merge_merged on customer_merge (merged_id) where undone_at is null;
