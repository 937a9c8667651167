alter table customer
  add column pool_id uuid,
  add column last_pool_id uuid,
  add column previous_owner text,
  add column owned_since timestamptz not null default now(),
  add column locked boolean not null default false,
  add column lifecycle_reason text,
  add column lifecycle_since timestamptz not null default now();
update customer set owned_since = created_at, lifecycle_since = created_at;
create index customer_pool_members on customer (pool_id, id) where pool_id is not null;

-- Public pools 公海: settings, few.
create table customer_pool (
  id             uuid primary key,
  version        bigint      not null,
  name           text        not null unique,
  teams          jsonb       not null,
  claims_per_day integer,
  cool_down_days integer,
  capacity       integer,
  warning_days   integer     not null,
  rules          jsonb       not null,
  followed       boolean     not null,
  created_at     timestamptz not null,
  created_by     text        not null,
  updated_at     timestamptz not null,
  updated_by     text        not null
);

-- Who claimed what 领取, by which the claims of a day are counted.
create table pool_claim (
  pool_id     uuid        not null,
  username    text        not null,
  claimed_at  timestamptz not null,
  customer_id uuid        not null
);
create index pool_claim_of_user on pool_claim (username, pool_id, claimed_at);

-- What other contexts told that concerns a customer: one row per activity, opportunity or contract, as it stands.
create table customer_fact (
  id          uuid primary key,
  kind        text        not null,
  version     bigint      not null,
  customer_id uuid,
  happened_at timestamptz,
  method      text,
  counts      boolean     not null
);
create index customer_fact_of_customer on customer_fact (customer_id, kind, happened_at) where counts;

-- Figures from those facts, and when a rule takes the customer into a pool: outside the customer's version and events.
create table customer_figures (
  customer_id           uuid primary key,
  last_follow_up_at     timestamptz,
  last_follow_up_method text,
  first_deal_at         timestamptz,
  last_deal_at          timestamptz,
  open_opportunities    integer not null default 0,
  recycle_at            timestamptz,
  recycle_pool_id       uuid
);
create index customer_figures_last_follow_up on customer_figures (last_follow_up_at, customer_id);
create index customer_figures_recycle on customer_figures (recycle_at, customer_id) where recycle_at is not null;

-- How far a job has come through all customers.
create table customer_job (
  name     text primary key,
  position uuid not null
);

create table lifecycle_rules (
  only_one   boolean primary key default true check (only_one),
  rules      jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null
);
