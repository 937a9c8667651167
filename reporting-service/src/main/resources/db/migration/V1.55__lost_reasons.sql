-- What a company calls the reasons for losing a deal, by their keys.
create table lost_reason (
  id           uuid primary key,
  version      bigint  not null,
  owner        text,
  team         text collate "C",
  deleted      boolean not null,
  number       text,
  name         text,
  chinese_name text
);
create index lost_reason_number on lost_reason (number);
