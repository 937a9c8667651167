-- What a page sends a form by: only its hash is kept. A form from before goes by its own key until one is made.
create table lead_form_key (
  form       text        primary key,
  key_hash   bytea       not null unique,
  created_at timestamptz not null default now(),
  created_by text        not null
);
