-- Reasons for losing a deal are told to others when they change, and so are records as others are.
create table lost_reason (
  id               uuid primary key,
  version          bigint      not null,
  number           text        not null unique,
  external_ids     jsonb       not null,
  created_at       timestamptz not null,
  created_by       text        not null,
  updated_at       timestamptz not null,
  updated_by       text        not null,
  deleted_at       timestamptz,
  name             text        not null,
  chinese_name     text        not null,
  needs_competitor boolean     not null,
  active           boolean     not null,
  position         integer     not null
);
insert into lost_reason
select uuidv7(), 1, key, '[]', updated_at, updated_by, updated_at, updated_by, null, value ->> 'name',
       value ->> 'chineseName', (value ->> 'needsCompetitor')::boolean, (value ->> 'active')::boolean,
       (value ->> 'position')::integer
from setting where kind = 'lost-reason';
delete from setting where kind = 'lost-reason';
