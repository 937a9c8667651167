-- What the service desk is asked about its tickets. Tickets that are here already get it by a rebuild, as do the clocks of service
-- levels and the facts of history below.
alter table ticket
  add column contract_id        uuid,
  add column channel            text,
  add column support_group      text,
  add column root_cause         text,
  add column resolution_code    text,
  add column reopen_count       integer,
  add column first_responded_at timestamptz;
create index ticket_opened on ticket (opened_at) where not deleted;
create index ticket_responded on ticket (first_responded_at) where not deleted;
create index ticket_resolved on ticket (resolved_at) where not deleted;
create index ticket_closed on ticket (closed_at) where not deleted;
create index ticket_open on ticket (status) include (owner, team, assignee, priority) where not deleted;
create index ticket_customer on ticket (customer_id, opened_at) where not deleted;

create table sla (
  id             uuid primary key,
  version        bigint  not null,
  owner          text,
  team           text collate "C",
  deleted        boolean not null,
  ticket_id      uuid,
  kind           text,
  round          integer,
  policy         text,
  target_minutes integer,
  source         text,
  status         text,
  verdict        text,
  started_at     timestamptz,
  due_at         timestamptz,
  breached_at    timestamptz,
  ended_at       timestamptz,
  used_minutes   integer
);
comment on table sla is 'clocks of service levels; whoever sees the ticket sees its clocks';
create index sla_ticket on sla (ticket_id) include (kind, source, verdict) where not deleted;

-- Facts of history: since when a ticket stood in a status. A row for each event that moved it, more for an imported past, which
-- takes the place of whatever was told before. The last two columns follow from all rows of the same ticket.
create table ticket_period (
  ticket_id uuid        not null,
  version   bigint      not null,
  position  integer     not null,
  status    text        not null,
  told_at   timestamptz not null,
  starts_at timestamptz,
  ends_at   timestamptz,
  primary key (ticket_id, version, position)
);
comment on column ticket_period.position is 'from 1 for the updates of an imported past, else 0';
comment on column ticket_period.told_at is 'when the status was entered, as it was told; a past may go back in time';
comment on column ticket_period.starts_at is 'from when on it counts: never before what was told earlier';
