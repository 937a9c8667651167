alter table custom_field
  add column formula text,
  add column result text,
  add column indexed boolean not null default false;
