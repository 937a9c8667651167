create table campaign (
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
  type            text        not null,
  status          text        not null,
  target_audience text,
  starts_on       date,
  ends_on         date,
  budget          numeric(21, 6),
  budget_currency text,
  costs           jsonb       not null,
  actual_cost     numeric(21, 6),
  description     text,
  custom_fields   jsonb       not null
);
create index campaign_owner on campaign (owner, id);
create index campaign_team on campaign (team, id);
create index campaign_name on campaign (name, id);
create index campaign_type on campaign (type, id);
create index campaign_status on campaign (status, id);
create index campaign_starts_on on campaign (starts_on, id);
create index campaign_ends_on on campaign (ends_on, id);
create index campaign_budget on campaign (budget, id);
create index campaign_actual_cost on campaign (actual_cost, id);
create index campaign_custom_fields on campaign using gin (custom_fields jsonb_path_ops);
create index campaign_created_at on campaign (created_at, id);
create index campaign_updated_at on campaign (updated_at, id);

-- Leads and contacts that are invited, each once by a campaign.
create table campaign_member (
  id            uuid primary key,
  version       bigint      not null,
  number        text unique,
  external_ids  jsonb       not null,
  created_at    timestamptz not null,
  created_by    text        not null,
  updated_at    timestamptz not null,
  updated_by    text        not null,
  deleted_at    timestamptz,
  campaign_id   uuid        not null references campaign,
  lead_id       uuid,
  contact_id    uuid,
  status        text        not null,
  invited_at    timestamptz,
  registered_at timestamptz,
  attended_at   timestamptz,
  responded_at  timestamptz,
  remark        text,
  check ((lead_id is null) <> (contact_id is null))
);
create unique index campaign_member_lead on campaign_member (campaign_id, lead_id) where deleted_at is null;
create unique index campaign_member_contact on campaign_member (campaign_id, contact_id) where deleted_at is null;
create index campaign_member_campaign on campaign_member (campaign_id, id);
create index campaign_member_status on campaign_member (campaign_id, status, id);
create index campaign_member_of_lead on campaign_member (lead_id) where lead_id is not null;
create index campaign_member_of_contact on campaign_member (contact_id) where contact_id is not null;
