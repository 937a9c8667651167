-- Which place a stage has in which version of its pipeline; 0 stands for a version that nobody told.
create table stage_version (
  pipeline    text        not null,
  version     integer     not null,
  code        text        not null,
  stage_order integer     not null,
  said_at     timestamptz not null,
  primary key (pipeline, version, code)
);
alter table opportunity_period add column pipeline_version integer not null default 0;

-- Stages in the order of the newest version of their pipeline, each once. One that this does not have, or of which no deal has told
-- yet, follows the last one before it in its own newest version that the newest of all has.
create view stage_rank as
with newest as (
  select pipeline, max(version) as version from stage_version group by pipeline),
told as (
  select distinct on (pipeline, code) * from stage_version order by pipeline, code, version desc),
placed as (
  select t.pipeline, t.code, t.stage_order,
         case when t.version = n.version then array[t.stage_order]
              else array[coalesce((select max(late.stage_order)
                                     from stage_version early
                                     join stage_version late
                                       on late.pipeline = early.pipeline and late.version = n.version and late.code = early.code
                                    where early.pipeline = t.pipeline and early.version = t.version
                                      and early.stage_order < t.stage_order), 0), t.stage_order]
         end as place
    from told t join newest n on n.pipeline = t.pipeline)
select pipeline, code, stage_order, dense_rank() over (partition by pipeline order by place)::integer as nth from placed;

create or replace view step as
select p.id as place_id, p.pipeline, p.stage, coalesce(r.stage_order, p.stage_order) as stage_order, p.kind,
       (dense_rank() over (order by array_position(array['OPEN', 'UNKNOWN', 'WON', 'LOST', 'INVALID', 'UNDATED'], p.kind)) << 20
        | dense_rank() over (order by coalesce(r.nth, p.stage_order) desc nulls last, p.pipeline, p.stage))::integer as step
  from place p left join stage_rank r on r.pipeline = p.pipeline and r.code = p.stage;

-- What is here already.
insert into stage_version
select distinct on (pipeline, stage) pipeline, 0, stage, stage_order, recorded_at
  from opportunity_period
 order by pipeline, stage, recorded_at desc;
