-- Settings of every kind stand in one table.
insert into setting
select 'lead-form', key, form, updated_at, updated_by from lead_form
union all
select 'assignment-rule', key, rule, updated_at, updated_by from assignment_rule;
drop table lead_form;
drop table assignment_rule;

-- Why deals get lost; what is not active may not be chosen.
insert into setting
select 'lost-reason', r.key,
       jsonb_build_object('name', r.name, 'chineseName', r.chinese_name, 'needsCompetitor', r.key = 'COMPETITOR',
                          'active', r.key <> 'NOT_RECORDED', 'position', 10 * row_number() over ()),
       now(), 'system:shipped'
from (values
  ('PRICE', 'Price', '价格'),
  ('COMPETITOR', 'Competitor', '竞争对手'),
  ('NO_BUDGET', 'No budget', '没有预算'),
  ('NO_NEED', 'No need', '没有需求'),
  ('NO_DECISION', 'No decision', '未作决定'),
  ('PRODUCT_MISFIT', 'Product does not fit', '产品不符'),
  ('TIMING', 'Timing', '时机不合适'),
  ('NO_RESPONSE', 'No response', '没有回应'),
  ('OTHER', 'Other', '其他'),
  ('NOT_RECORDED', 'Not recorded', '未记录')) as r (key, name, chinese_name);

-- Which version of its pipeline a stage is of.
alter table stage add column pipeline_version integer;
update stage s set pipeline_version = p.version from pipeline p where p.id = s.pipeline_id;
alter table stage alter column pipeline_version set not null;

-- The templates go on after the sale: in another version, unless somebody has changed them.
with latest as (
  select code, max(version) as version from pipeline group by code),
template as (
  insert into pipeline (id, code, version, name, chinese_name, created_by)
  select uuidv7(), p.code, 2, p.name, p.chinese_name, p.created_by
  from pipeline p join latest l using (code, version)
  where p.code in ('CONSULTING', 'SOLUTION') and p.created_by = 'system:shipped'
  returning id, code, version)
insert into stage (id, pipeline, pipeline_id, pipeline_version, position, code, name, chinese_name, kind, probability,
                   required_fields, allow_skip, allow_back, color, symbol, expected_days, forecast_category)
select uuidv7(), t.code, t.id, t.version, case s.kind when 'LOST' then 7 else s.position end, s.code, s.name,
       s.chinese_name, s.kind, s.probability, s.required_fields, s.allow_skip, s.allow_back, s.color, s.symbol,
       s.expected_days, s.forecast_category
from template t join pipeline p on p.code = t.code and p.version = 1 join stage s on s.pipeline_id = p.id
union all
select uuidv7(), t.code, t.id, t.version, 6, 'AFTER_SALES',
       case t.code when 'SOLUTION' then 'After-sales service' else 'After sales' end,
       case t.code when 'SOLUTION' then '售后服务' else '售后' end,
       'AFTER_SALES', 100, '[]', true, true, null, null, null, 'OMITTED'
from template t;

-- How long a deal has been left alone. A deal is idle while nothing has happened since that for which it was said.
alter table opportunity
  add column touched_at timestamptz,
  add column last_follow_up_at timestamptz,
  add column idle_told_for timestamptz;
update opportunity set touched_at = updated_at;
alter table opportunity
  alter column touched_at set not null,
  add column quiet_since timestamptz not null generated always as (greatest(touched_at, last_follow_up_at)) stored,
  add column idle_since timestamptz generated always as
    (case when idle_told_for = greatest(touched_at, last_follow_up_at) then idle_told_for end) stored;
create index opportunity_last_follow_up_at on opportunity (last_follow_up_at, id);
create index opportunity_quiet_since on opportunity (quiet_since, id);
create index opportunity_idle_since on opportunity (idle_since, id);
create index opportunity_left_alone on opportunity (stage_id, quiet_since)
  where deleted_at is null and closed_at is null and idle_told_for is distinct from quiet_since;

create table opportunity_follow_up (
  activity_id    uuid primary key,
  version        bigint      not null,
  opportunity_id uuid,
  happened_at    timestamptz not null,
  counts         boolean     not null
);
create index opportunity_follow_up_last on opportunity_follow_up (opportunity_id, happened_at) where counts;

-- What deals need to know of products and customers beside what every reference needs.
create table known_product (
  id       uuid primary key,
  version  bigint  not null,
  price    numeric(21, 6),
  currency text,
  on_shelf boolean not null
);
create table known_customer (
  id       uuid primary key,
  version  bigint not null,
  industry text,
  region   text
);

-- What sellers and their managers look at first: their deals by when they are expected to close.
create index opportunity_owner_expected_close_date on opportunity (owner, expected_close_date, id)
  include (team, stage_id, deleted_at);
create index opportunity_team_expected_close_date on opportunity (team, expected_close_date, id)
  include (owner, stage_id, deleted_at);
