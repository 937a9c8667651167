create table improvement (
  id              uuid primary key,
  version         bigint      not null,
  number          text        not null unique,
  external_ids    jsonb       not null,
  owner           text        not null,
  team            text collate "C",
  collaborators   jsonb       not null default '[]',
  created_at      timestamptz not null,
  created_by      text        not null,
  updated_at      timestamptz not null,
  updated_by      text        not null,
  deleted_at      timestamptz,
  name            text        not null,
  description     text,
  kind            text        not null,
  dimension       text,
  customer_id     uuid,
  product_id      uuid,
  ticket_type     text,
  ticket_category text,
  agent           text,
  questionnaire   text,
  days            integer     not null,
  due_on          date        not null,
  surveys         jsonb       not null,
  tickets         jsonb       not null,
  status          text        not null,
  opened_at       timestamptz not null,
  score_before    numeric,
  answers_before  integer     not null,
  score_after     numeric,
  answers_after   integer,
  ended_at        timestamptz
);
create index improvement_owner on improvement (owner, id);
create index improvement_team on improvement (team, id);
create index improvement_name on improvement (name, id);
create index improvement_name_part on improvement using gin (lower(name) gin_trgm_ops);
create index improvement_number_part on improvement using gin (lower(number) gin_trgm_ops);
create index improvement_status on improvement (status, id);
create index improvement_kind on improvement (kind, id);
create index improvement_dimension on improvement (dimension, id);
create index improvement_customer on improvement (customer_id, id);
create index improvement_product on improvement (product_id, id);
create index improvement_ticket_type on improvement (ticket_type, id);
create index improvement_ticket_category on improvement (ticket_category, id);
create index improvement_agent on improvement (agent, id);
create index improvement_questionnaire on improvement (questionnaire, id);
create index improvement_due_on on improvement (due_on, id);
create index improvement_ended_at on improvement (ended_at, id);
create index improvement_score_before on improvement (score_before, id);
create index improvement_score_after on improvement (score_after, id);
create index improvement_created_at on improvement (created_at, id);
create index improvement_updated_at on improvement (updated_at, id);

create table visit (
  id            uuid primary key,
  version       bigint      not null,
  number        text        not null unique,
  external_ids  jsonb       not null,
  owner         text        not null,
  team          text collate "C",
  collaborators jsonb       not null default '[]',
  created_at    timestamptz not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  updated_by    text        not null,
  deleted_at    timestamptz,
  planned_at    timestamptz not null,
  purpose       text,
  customer_id   uuid,
  contact_id    uuid,
  ticket_id     uuid,
  survey_id     uuid,
  status        text        not null,
  result        text,
  reason        text,
  ended_at      timestamptz
);
create index visit_owner on visit (owner, id);
create index visit_team on visit (team, id);
create index visit_number_part on visit using gin (lower(number) gin_trgm_ops);
create index visit_status on visit (status, id);
create index visit_planned_at on visit (planned_at, id);
create index visit_ended_at on visit (ended_at, id);
create index visit_customer on visit (customer_id, id);
create index visit_contact on visit (contact_id, id);
create index visit_ticket on visit (ticket_id, id);
create index visit_survey on visit (survey_id, id);
create index visit_created_at on visit (created_at, id);
create index visit_updated_at on visit (updated_at, id);
