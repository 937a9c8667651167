-- A pipeline in use is never rewritten.
create table pipeline (
  code         text primary key,
  name         text not null,
  chinese_name text not null
);

create table stage (
  id              uuid primary key,
  pipeline        text    not null references pipeline,
  position        integer not null,
  code            text    not null,
  name            text    not null,
  chinese_name    text    not null,
  kind            text    not null,
  probability     integer not null,
  required_fields jsonb   not null,
  allow_skip      boolean not null,
  allow_back      boolean not null,
  unique (pipeline, position),
  unique (pipeline, code)
);

insert into pipeline values ('STANDARD', 'Standard pipeline', '标准销售流程');
insert into stage values
  (uuidv7(), 'STANDARD', 1, 'INITIAL_CONTACT', 'Initial contact', '初步接触', 'OPEN', 10, '[]', true, true),
  (uuidv7(), 'STANDARD', 2, 'NEEDS_ANALYSIS', 'Needs analysis', '需求分析', 'OPEN', 30, '[]', true, true),
  (uuidv7(), 'STANDARD', 3, 'SOLUTION_DEMO', 'Solution demo', '方案演示', 'OPEN', 50, '[]', true, true),
  (uuidv7(), 'STANDARD', 4, 'QUOTATION', 'Quotation', '报价', 'OPEN', 60,
    '["customerId", "amount", "expectedCloseDate"]', true, true),
  (uuidv7(), 'STANDARD', 5, 'NEGOTIATION', 'Negotiation', '谈判', 'OPEN', 80,
    '["customerId", "amount", "expectedCloseDate"]', true, true),
  (uuidv7(), 'STANDARD', 6, 'WON', 'Won', '成交', 'WON', 100,
    '["customerId", "amount", "expectedCloseDate"]', true, true),
  (uuidv7(), 'STANDARD', 7, 'LOST', 'Lost', '失败', 'LOST', 0, '[]', true, true);

create table opportunity (
  id                  uuid primary key,
  version             bigint      not null,
  number              text        not null unique,
  external_ids        jsonb       not null,
  owner               text        not null,
  team                text collate "C",
  created_at          timestamptz not null,
  created_by          text        not null,
  updated_at          timestamptz not null,
  updated_by          text        not null,
  deleted_at          timestamptz,
  name                text        not null,
  customer_id         uuid,
  stage_id            uuid        not null references stage,
  stage_entered_at    timestamptz,
  amount              numeric(21, 6),
  currency            text,
  amount_source       text        not null,
  expected_close_date date,
  opened_at           timestamptz,
  closed_at           timestamptz,
  source              text,
  lost_reason         text,
  next_step           text,
  description         text,
  push_count          integer     not null,
  lines               jsonb       not null
);
create index opportunity_owner on opportunity (owner, id);
create index opportunity_team on opportunity (team, id);
create index opportunity_customer on opportunity (customer_id, id);
create index opportunity_stage on opportunity (stage_id, id);
create index opportunity_stage_entered_at on opportunity (stage_entered_at, id);
create index opportunity_name on opportunity (name, id);
create index opportunity_name_part on opportunity using gin (lower(name) gin_trgm_ops);
create index opportunity_number_part on opportunity using gin (lower(number) gin_trgm_ops);
create index opportunity_amount on opportunity (amount, id);
create index opportunity_expected_close_date on opportunity (expected_close_date, id);
create index opportunity_opened_at on opportunity (opened_at, id);
create index opportunity_closed_at on opportunity (closed_at, id);
create index opportunity_source on opportunity (source, id);
create index opportunity_lost_reason on opportunity (lost_reason, id);
create index opportunity_created_at on opportunity (created_at, id);
create index opportunity_updated_at on opportunity (updated_at, id);
