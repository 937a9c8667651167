-- How leads and deals are found by the campaign that they come from.
create index lead_campaign on lead (campaign_id) where not deleted;
create index lead_opportunity on lead (opportunity_id) where opportunity_id is not null;
create index opportunity_of_campaign on opportunity (campaign_id) where campaign_id is not null;

-- Who takes part in a deal, on both sides.
alter table opportunity
  add column contacts    jsonb not null default '[]',
  add column competitors jsonb not null default '[]';

create table competitor (
  id      uuid primary key,
  version bigint  not null,
  owner   text,
  team    text collate "C",
  deleted boolean not null,
  name    text
);
create index competitor_name on competitor (lower(name));

create table campaign (
  id          uuid primary key,
  version     bigint  not null,
  owner       text,
  team        text collate "C",
  deleted     boolean not null,
  number      text,
  name        text,
  type        text,
  status      text,
  starts_on   date,
  ends_on     date,
  budget      numeric,
  actual_cost numeric,
  currency    text
);

create table campaign_member (
  id            uuid primary key,
  version       bigint  not null,
  owner         text,
  team          text,
  deleted       boolean not null,
  campaign_id   uuid,
  lead_id       uuid,
  contact_id    uuid,
  invited_at    timestamptz,
  registered_at timestamptz,
  attended_at   timestamptz,
  responded_at  timestamptz
);
create index campaign_member_campaign on campaign_member (campaign_id) where not deleted;
create index campaign_member_lead on campaign_member (lead_id) where not deleted;
create index campaign_member_contact on campaign_member (contact_id) where not deleted;

create table target (
  id           uuid primary key,
  version      bigint  not null,
  owner        text,
  team         text collate "C",
  deleted      boolean not null,
  subject_kind text,
  subject      text collate "C",
  metric       text,
  year         integer,
  currency     text,
  months       jsonb
);
create index target_of_year on target (year, metric);
