alter table customer
  alter column name drop not null,
  add column erased_at timestamptz,
  add constraint customer_named check (name is not null or erased_at is not null);
create index customer_merged_into on customer (merged_into) where merged_into is not null;
