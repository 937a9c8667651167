create table note (
  id           uuid primary key,
  version      bigint      not null,
  number       text        not null unique,
  external_ids jsonb       not null,
  collaborators jsonb      not null,
  owner        text        not null,
  team         text collate "C",
  created_at   timestamptz not null,
  created_by   text        not null,
  updated_at   timestamptz not null,
  updated_by   text        not null,
  deleted_at   timestamptz,
  text         text        not null,
  priority     integer,
  phone_sealed      bytea,
  phone_exact       bigint,
  phone_last_digits bigint
);

create table memo (
  id            uuid primary key,
  version       bigint      not null,
  number        text        not null unique,
  external_ids  jsonb       not null,
  collaborators jsonb       not null,
  owner         text        not null,
  team          text collate "C",
  created_at    timestamptz not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  updated_by    text        not null,
  deleted_at    timestamptz,
  customer_id   uuid,
  text          text        not null
);
