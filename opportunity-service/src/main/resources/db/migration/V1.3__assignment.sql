create table assignment_rule (
  key        text primary key,
  rule       jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null
);

-- When each one of a team was last given something; who waits longest is next.
create sequence assignment_turn_number;
create table assignment_turn (
  subject   text   not null,
  team      text   not null,
  username  text   not null,
  last_turn bigint not null,
  primary key (subject, team, username)
);

create table absence (
  username   text primary key,
  from_at    timestamptz not null,
  until_at   timestamptz,
  updated_at timestamptz not null,
  updated_by text        not null
);
create index lead_open_by_owner on lead (owner)
  where deleted_at is null and status in ('NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED');
