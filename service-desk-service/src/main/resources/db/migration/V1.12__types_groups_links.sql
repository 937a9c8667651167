-- Settings of the types of tickets 请求类型.
create table ticket_type_settings (
  type       text primary key,
  settings   jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null
);
insert into ticket_type_settings (type, settings, updated_at, updated_by)
select type, '{"closeAfterDays":7}', now(), 'system:setup'
from unnest(array['TECHNICAL_SUPPORT', 'REPAIR', 'INQUIRY', 'COMPLAINT', 'RETURN', 'SUGGESTION']) as type;

-- Support groups 处理组, and when each one of a group was last given a ticket; who waits longest is next.
create table support_group (
  key        text primary key,
  settings   jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null
);
create sequence support_turn_number;
create table support_turn (
  support_group text   not null,
  username      text   not null,
  last_turn     bigint not null,
  primary key (support_group, username)
);

-- What tickets have to do with each other; each has one parent at most.
create table ticket_link (
  ticket_id uuid not null references ticket,
  kind      text not null,
  other_id  uuid not null references ticket,
  primary key (ticket_id, kind, other_id)
);
create unique index ticket_link_parent on ticket_link (ticket_id) where kind = 'PARENT';
create index ticket_link_other on ticket_link (other_id);
