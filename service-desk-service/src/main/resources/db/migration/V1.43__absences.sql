-- Who is away gets no tickets by himself; those of a support group take turns in the queue of its name.
create table absence (
  username   text primary key,
  from_at    timestamptz not null,
  until_at   timestamptz,
  updated_at timestamptz not null,
  updated_by text        not null
);
alter sequence support_turn_number rename to assignment_turn_number;
alter table support_turn rename to assignment_turn;
alter table assignment_turn rename column support_group to queue;
