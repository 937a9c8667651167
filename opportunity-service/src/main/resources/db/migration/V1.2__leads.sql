create table lead (
  id                       uuid primary key,
  version                  bigint      not null,
  number                   text        not null unique,
  external_ids             jsonb       not null,
  owner                    text        not null,
  team                     text collate "C",
  collaborators            jsonb       not null default '[]',
  created_at               timestamptz not null,
  created_by               text        not null,
  updated_at               timestamptz not null,
  updated_by               text        not null,
  deleted_at               timestamptz,
  name                     text check (name is not null or erased_at is not null),
  company                  text,
  company_key              text,
  person                   text,
  title                    text,
  phone_sealed             bytea,
  phone_exact              bigint,
  phone_last_digits        bigint,
  email_sealed             bytea,
  email_exact              bigint,
  source                   text        not null,
  campaign_id              uuid,
  industry                 text,
  region                   text,
  interests                jsonb       not null,
  budget                   numeric(21, 6),
  budget_currency          text,
  score                    integer,
  remark                   text,
  consents                 jsonb       not null,
  custom_fields            jsonb       not null,
  status                   text        not null,
  status_since             timestamptz not null,
  disqualified_reason      text,
  form                     text,
  converted_customer_id    uuid,
  converted_contact_id     uuid,
  converted_opportunity_id uuid,
  converted_at             timestamptz,
  erased_at                timestamptz
);
create index lead_owner on lead (owner, id);
create index lead_team on lead (team, id);
create index lead_status on lead (status, id);
create index lead_status_since on lead (status_since, id);
create index lead_name on lead (name, id);
create index lead_company on lead (company, id);
create index lead_company_key on lead (company_key) where company_key is not null;
create index lead_phone on lead (phone_exact, id);
create index lead_phone_last_digits on lead (phone_last_digits, id);
create index lead_email on lead (email_exact, id);
create index lead_source on lead (source, id);
create index lead_campaign on lead (campaign_id, id);
create index lead_industry on lead (industry, id);
create index lead_region on lead (region, id);
create index lead_score on lead (score, id);
create index lead_by_form on lead (form, id);
create index lead_converted_customer on lead (converted_customer_id) where converted_customer_id is not null;
create index lead_converted_at on lead (converted_at, id);
create index lead_custom_fields on lead using gin (custom_fields jsonb_path_ops);
create index lead_created_at on lead (created_at, id);
create index lead_updated_at on lead (updated_at, id);

-- Forms by which leads come in without login.
create table lead_form (
  key        text primary key,
  form       jsonb       not null,
  updated_at timestamptz not null,
  updated_by text        not null
);
