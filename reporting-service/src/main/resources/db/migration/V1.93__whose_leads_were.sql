-- A snapshot of the past tells leads that have been deleted since, and asks for owners and teams as they were.
alter table lead
  add column deleted_at      timestamptz,
  add column deleted_version bigint;
comment on column lead.deleted_at is 'last time that it was, whether or not it has been restored since';

-- Whose a lead was from a time on, as each of its events tells.
create table lead_tenure (
  lead_id   uuid        not null,
  version   bigint      not null,
  starts_at timestamptz not null,
  owner     text,
  team      text collate "C",
  primary key (lead_id, version)
);

-- What is here already; the rest comes by a rebuild.
insert into lead_tenure select id, version, coalesce(created_at, now()), owner, team from lead;
