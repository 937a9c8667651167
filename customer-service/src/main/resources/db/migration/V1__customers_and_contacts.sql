create table customer (
  id                         uuid primary key,
  version                    bigint      not null,
  number                     text        not null unique,
  external_ids               jsonb       not null,
  owner                      text        not null,
  team                       text collate "C",
  created_at                 timestamptz not null,
  created_by                 text        not null,
  updated_at                 timestamptz not null,
  updated_by                 text        not null,
  deleted_at                 timestamptz,
  name                       text        not null,
  type                       text        not null,
  unified_social_credit_code text,
  industry                   text,
  employees                  integer,
  annual_revenue             numeric(19, 2),
  annual_revenue_currency    text,
  year_established           integer,
  website                    text,
  phone_sealed               bytea,
  phone_exact                bigint,
  phone_last_digits          bigint,
  email_sealed               bytea,
  email_exact                bigint,
  country                    text,
  province                   text,
  city                       text,
  source                     text,
  level                      text,
  lifecycle                  text        not null,
  tags                       jsonb       not null,
  parent_id                  uuid references customer deferrable initially deferred,
  parent_relation            text,
  parent_share               numeric(5, 4),
  remark                     text
);
create index customer_owner on customer (owner, id);
create index customer_team on customer (team, id);
create index customer_parent on customer (parent_id);
create index customer_name on customer (name, id);
create index customer_name_part on customer using gin (lower(name) gin_trgm_ops);
create index customer_number_part on customer using gin (lower(number) gin_trgm_ops);
create index customer_industry on customer (industry, id);
create index customer_level on customer (level, id);
create index customer_country on customer (country, id);
create index customer_lifecycle on customer (lifecycle, id);
create index customer_employees on customer (employees, id);
create index customer_annual_revenue on customer (annual_revenue, id);
create index customer_phone on customer (phone_exact, id);
create index customer_phone_last_digits on customer (phone_last_digits, id);
create index customer_email on customer (email_exact, id);
create index customer_created_at on customer (created_at, id);
create index customer_updated_at on customer (updated_at, id);
create unique index customer_credit_code on customer (unified_social_credit_code) where deleted_at is null;

create table contact (
  id           uuid primary key,
  version      bigint      not null,
  number       text        not null unique,
  external_ids jsonb       not null,
  owner        text        not null,
  team         text collate "C",
  created_at   timestamptz not null,
  created_by   text        not null,
  updated_at   timestamptz not null,
  updated_by   text        not null,
  deleted_at   timestamptz,
  customer_id  uuid references customer,
  name         text check (name is not null or erased_at is not null),
  salutation   text,
  title        text,
  department   text,
  roles        jsonb       not null,
    phone_sealed      bytea,
    phone_exact       bigint,
    phone_last_digits bigint,
    email_sealed      bytea,
    email_exact       bigint,
  active       boolean     not null,
  remark       text,
  erased_at    timestamptz
);
create index contact_owner on contact (owner, id);
create index contact_team on contact (team, id);
create index contact_customer on contact (customer_id, id);
create index contact_name on contact (name, id);
create index contact_name_part on contact using gin (lower(name) gin_trgm_ops);
create index contact_phone on contact (phone_exact, id);
create index contact_phone_last_digits on contact (phone_last_digits, id);
create index contact_email on contact (email_exact, id);
create index contact_created_at on contact (created_at, id);
create index contact_updated_at on contact (updated_at, id);
