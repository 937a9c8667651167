-- Settings of the types of tickets 请求类型.
insert into setting (kind, key, value, updated_at, updated_by)
select 'ticket-type', type, '{"closeAfterDays":7}', now(), 'system:setup'
from unnest(array['TECHNICAL_SUPPORT', 'REPAIR', 'INQUIRY', 'COMPLAINT', 'RETURN', 'SUGGESTION']) as type;

-- When each one of a support group 处理组 was last given a ticket; who waits longest is next.
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
