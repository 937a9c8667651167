-- A pipeline is never rewritten: a change is another version, and deals go on in the one that they were opened in.
alter table stage drop constraint stage_pipeline_fkey;
alter table stage drop constraint stage_pipeline_position_key;
alter table stage drop constraint stage_pipeline_code_key;
alter table pipeline drop constraint pipeline_pkey;
alter table pipeline
  add column id uuid not null default uuidv7() primary key,
  add column version integer not null default 1,
  add column team text collate "C",
  add column active boolean not null default true,
  add column created_at timestamptz not null default now(),
  add column created_by text not null default 'system:shipped',
  add unique (code, version);
alter table stage
  add column pipeline_id uuid references pipeline,
  add column color text,
  add column symbol text,
  add column expected_days integer,
  add column forecast_category text;
update stage s set pipeline_id = p.id from pipeline p where p.code = s.pipeline;
alter table stage
  alter column pipeline_id set not null,
  add unique (pipeline_id, position),
  add unique (pipeline_id, code);

-- Two more to begin with, from the tables of companies that sell advice and solutions.
insert into pipeline (code, name, chinese_name) values
  ('CONSULTING', 'Consulting pipeline', '咨询销售流程'),
  ('SOLUTION', 'Solution pipeline', '方案销售流程');
insert into stage (id, pipeline, pipeline_id, position, code, name, chinese_name, kind, probability, required_fields,
                   allow_skip, allow_back)
select uuidv7(), p.code, p.id, s.position, s.code, s.name, s.chinese_name, s.kind, s.probability,
       case when s.terms then '["customerId", "amount", "expectedCloseDate"]'::jsonb else '[]'::jsonb end, true, true
from (values
  ('CONSULTING', 1, 'LEAD', 'Lead', '线索', 'OPEN', 10, false),
  ('CONSULTING', 2, 'NEEDS_ANALYSIS', 'Needs analysis', '需求分析', 'OPEN', 30, false),
  ('CONSULTING', 3, 'PROPOSAL', 'Proposal and quotation', '方案报价', 'OPEN', 60, true),
  ('CONSULTING', 4, 'NEGOTIATION', 'Contract negotiation', '合同谈判', 'OPEN', 80, true),
  ('CONSULTING', 5, 'WON', 'Won', '成交', 'WON', 100, true),
  ('CONSULTING', 6, 'LOST', 'Lost', '失败', 'LOST', 0, false),
  ('SOLUTION', 1, 'INITIAL_CONTACT', 'Initial contact', '初步接触', 'OPEN', 10, false),
  ('SOLUTION', 2, 'NEEDS_ANALYSIS', 'Needs analysis', '需求分析', 'OPEN', 30, false),
  ('SOLUTION', 3, 'SOLUTION_DESIGN', 'Solution design', '方案制定', 'OPEN', 50, false),
  ('SOLUTION', 4, 'QUOTATION', 'Quotation', '报价', 'OPEN', 70, true),
  ('SOLUTION', 5, 'WON', 'Contract signed', '合同签订', 'WON', 100, true),
  ('SOLUTION', 6, 'LOST', 'Lost', '失败', 'LOST', 0, false))
  as s (pipeline, position, code, name, chinese_name, kind, probability, terms)
join pipeline p on p.code = s.pipeline;
