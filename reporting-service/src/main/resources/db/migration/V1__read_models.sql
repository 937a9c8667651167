-- Current state, one row per record, only ever replaced by a newer version of itself.

create table customer (
  id        uuid primary key,
  version   bigint  not null,
  owner     text,
  team      text collate "C",
  deleted   boolean not null,
  number    text,
  name      text,
  type      text,
  industry  text,
  country   text,
  province  text,
  city      text,
  source    text,
  level     text,
  lifecycle text,
  parent_id uuid
);
create index customer_industry on customer (industry);

create table contact (
  id          uuid primary key,
  version     bigint  not null,
  owner       text,
  team        text collate "C",
  deleted     boolean not null,
  customer_id uuid
);

create table product (
  id       uuid primary key,
  version  bigint  not null,
  owner    text,
  team     text collate "C",
  deleted  boolean not null,
  number   text,
  name     text,
  kind     text,
  category text
);

create table activity (
  id             uuid primary key,
  version        bigint  not null,
  owner          text,
  team           text collate "C",
  deleted        boolean not null,
  type           text,
  happened_at    timestamptz,
  customer_id    uuid,
  opportunity_id uuid
);

create table ticket (
  id          uuid primary key,
  version     bigint  not null,
  owner       text,
  team        text collate "C",
  deleted     boolean not null,
  customer_id uuid,
  product_id  uuid,
  type        text,
  category    text,
  priority    text,
  status      text,
  assignee    text,
  opened_at   timestamptz,
  resolved_at timestamptz,
  closed_at   timestamptz,
  sla_met     boolean
);

create table survey (
  id          uuid primary key,
  version     bigint  not null,
  owner       text,
  team        text collate "C",
  deleted     boolean not null,
  kind        text,
  ticket_id   uuid,
  customer_id uuid,
  agent       text,
  ticket_type text,
  priority    text,
  status      text,
  score       integer,
  scores      jsonb,
  sent_at     timestamptz,
  answered_at timestamptz
);
create index survey_sent on survey (sent_at);
create index survey_answered on survey (answered_at);

create table contract (
  id             uuid primary key,
  version        bigint  not null,
  owner          text,
  team           text collate "C",
  deleted        boolean not null,
  customer_id    uuid,
  opportunity_id uuid,
  amount         numeric,
  currency       text,
  approval       text,
  status         text,
  signed_on      date,
  starts_on      date,
  ends_on        date
);

-- The last three columns are derived from opportunity_period: who gets the credit for the deal's end is the owner at that
-- event, not the owner of today.
create table opportunity (
  id            uuid primary key,
  version       bigint  not null,
  owner         text,
  team          text collate "C",
  deleted       boolean not null,
  customer_id   uuid,
  product_id    uuid,
  product       text,
  pipeline      text,
  stage         text,
  stage_order   integer,
  kind          text,
  probability   integer,
  amount        numeric,
  currency      text,
  opened_at     timestamptz,
  closed_at     timestamptz,
  source        text,
  lost_reason   text,
  credit_owner  text,
  credit_team   text collate "C",
  stages_known  boolean not null default false
);
create index opportunity_stage on opportunity (kind, pipeline, stage)
  include (owner, team, currency, amount, probability) where not deleted;
create index opportunity_closed on opportunity (closed_at)
  include (kind, owner, team, credit_owner, credit_team, currency, amount, opened_at)
  where kind in ('WON', 'LOST') and not deleted;
create index opportunity_opened on opportunity (opened_at)
  include (kind, owner, team, pipeline, stages_known) where not deleted;
create index opportunity_owner on opportunity (owner) where not deleted;
create index opportunity_team on opportunity (team) where not deleted;
create index opportunity_customer on opportunity (customer_id) where not deleted;

-- Names of stages, as last heard of.
create table stage (
  pipeline text,
  code     text,
  name     text        not null,
  said_at  timestamptz not null,
  primary key (pipeline, code)
);

-- Facts of history: how an opportunity stood from some time on. A row per event, more for an import that knows earlier
-- stages. The columns after recorded_at follow from all rows of the same opportunity, whatever order they came in.
create table opportunity_period (
  event_id       uuid     not null,
  position       smallint not null,
  opportunity_id uuid     not null,
  version        bigint   not null,
  pipeline       text     not null,
  stage          text     not null,
  stage_order    integer  not null,
  kind           text     not null,
  probability    integer,
  amount         numeric,
  currency       text,
  owner          text,
  team           text collate "C",
  entered        boolean  not null,
  starts_at      timestamptz,
  recorded_at    timestamptz not null,
  ends_at        timestamptz,
  first          boolean  not null default false,
  advanced       boolean  not null default false,
  days           double precision,
  primary key (event_id, position)
);
comment on column opportunity_period.entered is 'whether the stage was entered then, not only stood in';
comment on column opportunity_period.starts_at is 'business time; null where nobody knows it';
comment on column opportunity_period.ends_at is 'when something newer began; equal to starts_at where that time is not known';
comment on column opportunity_period.first is 'the first entry into this stage';
comment on column opportunity_period.advanced is 'whether a later stage, other than lost and invalid, was ever entered';
comment on column opportunity_period.days is 'days spent in the stage, over all entries; null while in it or not known';
create index opportunity_period_opportunity on opportunity_period (opportunity_id, starts_at) include (ends_at);
create index opportunity_period_first on opportunity_period (starts_at)
  include (opportunity_id, pipeline, stage, stage_order, kind, advanced, days) where first;

-- How far each topic has been applied.
create table applied_position (
  topic           text        not null,
  topic_partition integer     not null,
  next_offset     bigint      not null,
  recorded_at     timestamptz not null,
  primary key (topic, topic_partition)
);
