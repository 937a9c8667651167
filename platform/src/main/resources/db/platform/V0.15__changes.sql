-- Readers that go on where they stopped go by the number of the transaction that wrote an event: whatever commits late has a
-- number that no reader has passed.
alter table event add column position bigint not null default 0;
alter table event alter column position set default pg_current_xact_id()::text::bigint;
create index event_position on event (aggregate_type, position, id);

-- Of which database the positions are. One that has been restored elsewhere counts its transactions anew.
create table change_history (
  only_one boolean primary key default true check (only_one),
  id       uuid not null default gen_random_uuid(),
  system   bigint not null,
  database oid not null
);

-- How customers of another service stood before whoever may see them changed: what hangs on them came or went with them.
create table known_standing (
  id            uuid primary key default uuidv7(),
  position      bigint not null default pg_current_xact_id()::text::bigint,
  customer_id   uuid   not null,
  owner         text,
  team          text,
  collaborators jsonb  not null,
  deleted       boolean not null
);
create index known_standing_position on known_standing (position, id);
create index known_standing_customer on known_standing (customer_id, position);

create view customer_standing_before as
  select position, id, customer_id, owner, team, collaborators, deleted from known_standing;
