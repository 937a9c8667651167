create table product (
  id             uuid primary key,
  version        bigint      not null,
  number         text        not null,
  external_ids   jsonb       not null,
  created_at     timestamptz not null,
  created_by     text        not null,
  updated_at     timestamptz not null,
  updated_by     text        not null,
  deleted_at     timestamptz,
  name           text        not null,
  kind           text        not null,
  category       text,
  specification  text,
  unit           text,
  price          numeric,
  price_currency text,
  tax_rate       numeric,
  on_shelf       boolean     not null,
  description    text
);
create unique index product_code on product (number) where deleted_at is null;
create index product_number on product (number, id);
create index product_number_part on product using gin (lower(number) gin_trgm_ops);
create index product_name on product (name, id);
create index product_name_part on product using gin (lower(name) gin_trgm_ops);
create index product_kind on product (kind, id);
create index product_category on product (category, id);
create index product_unit on product (unit, id);
create index product_price on product (price, id);
create index product_price_currency on product (price_currency, id);
create index product_tax_rate on product (tax_rate, id);
create index product_on_shelf on product (on_shelf, id);
create index product_created_at on product (created_at, id);
create index product_updated_at on product (updated_at, id);

create table contract (
  id              uuid primary key,
  version         bigint      not null,
  number          text        not null unique,
  external_ids    jsonb       not null,
  owner           text        not null,
  team            text collate "C",
  created_at      timestamptz not null,
  created_by      text        not null,
  updated_at      timestamptz not null,
  updated_by      text        not null,
  deleted_at      timestamptz,
  name            text        not null,
  customer_id     uuid        not null,
  opportunity_id  uuid,
  amount          numeric,
  amount_currency text,
  amount_stated   boolean     not null,
  approval        text        not null,
  status          text        not null,
  signed_on       date,
  starts_on       date,
  ends_on         date,
  submitted_by    text,
  approved_by     text,
  lines           jsonb       not null,
  payment_terms   text
);
create index contract_owner on contract (owner, id);
create index contract_team on contract (team, id);
create index contract_number_part on contract using gin (lower(number) gin_trgm_ops);
create index contract_name on contract (name, id);
create index contract_name_part on contract using gin (lower(name) gin_trgm_ops);
create index contract_customer on contract (customer_id, id);
create index contract_opportunity on contract (opportunity_id, id);
create index contract_approval on contract (approval, id);
create index contract_status on contract (status, id);
create index contract_amount on contract (amount, id);
create index contract_amount_currency on contract (amount_currency, id);
create index contract_signed_on on contract (signed_on, id);
create index contract_starts_on on contract (starts_on, id);
create index contract_ends_on on contract (ends_on, id);
create index contract_submitted_by on contract (submitted_by, id);
create index contract_approved_by on contract (approved_by, id);
create index contract_created_at on contract (created_at, id);
create index contract_updated_at on contract (updated_at, id);
create index contract_product on contract using gin (lines jsonb_path_ops);
