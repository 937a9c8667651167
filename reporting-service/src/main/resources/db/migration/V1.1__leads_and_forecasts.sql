-- What leads are like now. The time of creation is derived from lead_period.
create table lead (
  id                  uuid primary key,
  version             bigint  not null,
  owner               text,
  team                text collate "C",
  deleted             boolean not null,
  source              text,
  campaign_id         uuid,
  industry            text,
  region              text,
  form                text,
  score               integer,
  status              text,
  status_since        timestamptz,
  disqualified_reason text,
  customer_id         uuid,
  opportunity_id      uuid,
  converted_at        timestamptz,
  created_at          timestamptz
);
create index lead_status on lead (status) include (owner, team, source, campaign_id) where not deleted;
create index lead_created on lead (created_at)
  include (status, owner, team, source, campaign_id, customer_id, opportunity_id) where not deleted;
create index lead_owner on lead (owner) where not deleted;
create index lead_team on lead (team) where not deleted;

-- Facts of history: since when a lead stood in a status. Every state of a lead tells one, whatever the event was, so the fact
-- itself is the key. The columns after version follow from all rows of the same lead.
create table lead_period (
  lead_id   uuid        not null,
  status    text        not null,
  starts_at timestamptz not null,
  step      smallint    not null,
  version   bigint      not null,
  ends_at   timestamptz,
  first     boolean     not null default false,
  advanced  boolean     not null default false,
  days      double precision,
  primary key (lead_id, starts_at, status)
);
comment on column lead_period.step is 'place on the way to a deal, from 1; 0 for what is off the way';
comment on column lead_period.version is 'the first of the lead that told of it';
comment on column lead_period.first is 'the first entry into this status';
comment on column lead_period.advanced is 'whether a later step was ever entered';
comment on column lead_period.days is 'days spent in the status, over all entries; null while in it';
create index lead_period_first on lead_period (starts_at) include (lead_id, status, step, advanced, days) where first;

alter table customer add column size_band text;

-- What a forecast needs: when a deal is expected to close, and how far its stage counts, now and as it stood then.
alter table opportunity
  add column campaign_id       uuid,
  add column expected_close    date,
  add column forecast_category text,
  add column known_from        timestamptz;
comment on column opportunity.known_from is 'from when on its stage is known; derived from opportunity_period';
alter table opportunity_period
  add column expected_close    date,
  add column forecast_category text;

-- Where deals can stand, numbered, because grouping a million of them by one number takes a fraction of what six texts take.
create table place (
  id          integer generated always as identity primary key,
  pipeline    text    not null,
  stage       text    not null,
  stage_order integer not null,
  kind        text    not null,
  currency    text,
  probability integer
);
create unique index place_key
  on place (pipeline, stage, stage_order, kind, coalesce(currency, ''), coalesce(probability, -1));
alter table opportunity add column place_id integer;
comment on column opportunity.place_id is 'place that its own columns name';

-- What is here already; the facts that only events tell come by a rebuild.
insert into place (pipeline, stage, stage_order, kind, currency, probability)
select distinct pipeline, stage, stage_order, kind, currency, probability from opportunity;
update opportunity o
   set place_id = p.id,
       known_from = (select min(f.starts_at) from opportunity_period f where f.opportunity_id = o.id)
  from place p
 where p.pipeline = o.pipeline and p.stage = o.stage and p.stage_order = o.stage_order and p.kind = o.kind
   and coalesce(p.currency, '') = coalesce(o.currency, '') and coalesce(p.probability, -1) = coalesce(o.probability, -1);

-- Each report reads what it counts from an index alone: the funnel of now by place, cohorts by what became of their deals,
-- and the history that a forecast learns from.
create index opportunity_place on opportunity (place_id) include (amount, owner, team) where not deleted;
create index opportunity_outcome on opportunity (id) include (kind, lost_reason, owner, team) where not deleted;
create index opportunity_lost on opportunity (closed_at)
  include (lost_reason, owner, team, credit_owner, credit_team, currency, amount) where kind = 'LOST' and not deleted;
create index opportunity_period_open on opportunity_period (starts_at)
  include (opportunity_id, pipeline, stage, ends_at, amount, currency) where kind = 'OPEN';

-- Months counted through, so that how long something took is a difference.
create function month_number(instant timestamptz, zone text) returns integer
  language sql immutable parallel safe
  return (extract(year from instant at time zone zone) * 12 + extract(month from instant at time zone zone) - 1)::integer;
