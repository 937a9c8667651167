-- What a lead is being made into; kept until it is done, and after, so that asking again gives the same answer.
create table lead_conversion (
  lead_id         uuid primary key references lead,
  status          text        not null,
  command         jsonb       not null,
  owner           text        not null,
  team            text,
  actor           text        not null,
  actor_team      text,
  customer_id     uuid,
  contact_id      uuid,
  opportunity_id  uuid,
  problem         text,
  attempts        integer     not null default 0,
  started_at      timestamptz not null default now(),
  next_attempt_at timestamptz not null default now() + interval '1 minute'
);
create index lead_conversion_due on lead_conversion (next_attempt_at) where status = 'CONVERTING';
