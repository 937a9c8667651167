-- Business calendars 工作日历: settings. A date without a row is what its day of the week says.
create table business_calendar (
  key        text primary key,
  calendar   jsonb       not null,
  followed   boolean     not null default true, -- whether all clocks are due as it says now
  updated_at timestamptz not null,
  updated_by text        not null
);
create table calendar_day (
  calendar text not null references business_calendar,
  date     date not null,
  name     text,
  kind     text not null,
  ranges   jsonb,
  source   text,
  primary key (calendar, date)
);

-- Service level policies 服务级别策略: each change is another version, and tickets keep theirs.
create table sla_policy (
  key        text        not null,
  version    integer     not null,
  policy     jsonb       not null,
  created_at timestamptz not null,
  created_by text        not null,
  primary key (key, version)
);

-- The clock of each promise; next_alarm_at is when it has something to tell.
create table sla_clock (
  id              uuid primary key,
  version         bigint      not null,
  number          text        not null unique,
  external_ids    jsonb       not null,
  created_at      timestamptz not null,
  created_by      text        not null,
  updated_at      timestamptz not null,
  updated_by      text        not null,
  deleted_at      timestamptz,
  ticket_id       uuid        not null,
  kind            text        not null,
  round           integer     not null,
  policy          text,
  policy_version  integer,
  calendar        text,
  target_minutes  integer,
  source          text        not null,
  status          text        not null,
  verdict         text,
  started_at      timestamptz,
  running_since   timestamptz,
  used_micros     bigint,
  due_at          timestamptz,
  breached_at     timestamptz,
  ended_at        timestamptz,
  warned_percent  integer     not null,
  next_alarm_at   timestamptz,
  warnings        jsonb       not null,
  alarms          jsonb       not null,
  unique (ticket_id, kind, round)
);
create index sla_clock_calendar on sla_clock (calendar, ticket_id) where status = 'RUNNING' and verdict is null;
create index sla_clock_ringing on sla_clock (next_alarm_at) where next_alarm_at is not null;

-- How tickets stand with their clocks: outside their versions and events. Whoever changes clocks of a ticket holds its row.
create table ticket_sla (
  ticket_id    uuid primary key,
  sla_due_at   timestamptz,
  sla_breached boolean
);
create index ticket_sla_due_at on ticket_sla (sla_due_at, ticket_id) where sla_due_at is not null;
create index ticket_sla_breached on ticket_sla (sla_breached, ticket_id);

alter table ticket
  add column first_responded_at     timestamptz,
  add column customer_waiting_since timestamptz,
  add column sla_policy             text,
  add column sla_policy_version     integer,
  add column entitlement            text;
create index ticket_sla_policy on ticket (sla_policy, id);
create index ticket_entitlement on ticket (entitlement, id);
create index ticket_customer_waiting on ticket (customer_waiting_since, id) where customer_waiting_since is not null;

create table ticket_message (
  id         uuid primary key,
  ticket_id  uuid        not null references ticket,
  visibility text        not null,
  author     text        not null,
  body       text        not null,
  sent_at    timestamptz not null,
  written_by text        not null
);
create index ticket_message_of_ticket on ticket_message (ticket_id, id);

-- What this service keeps of customers and contracts beside what references need.
create table known_customer_level (
  customer_id uuid primary key,
  version     bigint not null,
  level       text
);
create table known_contract_term (
  contract_id uuid primary key,
  version     bigint  not null,
  status      text    not null,
  starts_on   date,
  ends_on     date,
  deleted     boolean not null
);
