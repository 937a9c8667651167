create table ticket (
  id               uuid primary key,
  version          bigint      not null,
  number           text        not null unique,
  external_ids     jsonb       not null,
  owner            text        not null,
  team             text collate "C",
  created_at       timestamptz not null,
  created_by       text        not null,
  updated_at       timestamptz not null,
  updated_by       text        not null,
  deleted_at       timestamptz,
  subject          text        not null,
  description      text,
  reporter         text,
  type             text,
  category         text,
  channel          text,
  impact           text,
  urgency          text,
  priority         smallint    not null, -- 0 critical, 1 high, 2 medium, 3 low
  priority_stated  boolean     not null,
  customer_id      uuid,
  contact_id       uuid,
  contract_id      uuid,
  product_id       uuid,
  status           text        not null,
  assignee         text,
  assignment_group text,
  resolution       text,
  resolution_code  text,
  root_cause       text,
  opened_at        timestamptz not null,
  resolved_at      timestamptz,
  closed_at        timestamptz,
  reopen_count     integer     not null,
  sla_met          boolean,
  imported         boolean     not null
);
create index ticket_owner on ticket (owner, id);
create index ticket_team on ticket (team, id);
create index ticket_subject_part on ticket using gin (lower(subject) gin_trgm_ops);
create index ticket_number_part on ticket using gin (lower(number) gin_trgm_ops);
create index ticket_by_status on ticket (status, id);
create index ticket_priority on ticket (priority, id);
create index ticket_type on ticket (type, id);
create index ticket_category on ticket (category, id);
create index ticket_channel on ticket (channel, id);
create index ticket_customer on ticket (customer_id, id);
create index ticket_contact on ticket (contact_id, id);
create index ticket_contract on ticket (contract_id, id);
create index ticket_product on ticket (product_id, id);
create index ticket_assignee on ticket (assignee, id);
create index ticket_assignment_group on ticket (assignment_group, id);
create index ticket_resolution_code on ticket (resolution_code, id);
create index ticket_root_cause on ticket (root_cause, id);
create index ticket_opened_at on ticket (opened_at, id);
create index ticket_resolved_at on ticket (resolved_at, id);
create index ticket_closed_at on ticket (closed_at, id);
create index ticket_created_at on ticket (created_at, id);
create index ticket_updated_at on ticket (updated_at, id);

-- Every status that a ticket went through, in order; of imported past, every update.
create table ticket_status (
  ticket_id     uuid        not null references ticket,
  position      integer     not null,
  status        text        not null,
  source_status text,
  at            timestamptz not null,
  reason        text,
  primary key (ticket_id, position)
);

create table survey (
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
  kind         text        not null,
  ticket_id    uuid        not null,
  customer_id  uuid,
  agent        text,
  ticket_type  text,
  priority     text,
  status       text        not null,
  score        integer,
  scores       jsonb       not null,
  comment      text,
  sent_at      timestamptz not null,
  answered_at  timestamptz
);
create index survey_owner on survey (owner, id);
create index survey_team on survey (team, id);
create index survey_number_part on survey using gin (lower(number) gin_trgm_ops);
create index survey_status on survey (status, id);
create index survey_ticket on survey (ticket_id, id);
create index survey_customer on survey (customer_id, id);
create index survey_agent on survey (agent, id);
create index survey_ticket_type on survey (ticket_type, id);
create index survey_priority on survey (priority, id);
create index survey_score on survey (score, id);
create index survey_sent_at on survey (sent_at, id);
create index survey_answered_at on survey (answered_at, id);
create index survey_created_at on survey (created_at, id);
create index survey_updated_at on survey (updated_at, id);
