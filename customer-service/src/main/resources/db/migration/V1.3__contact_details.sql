alter table contact
  add column customers jsonb not null default '[]',
  add column details_sealed bytea,
  add column reports_to uuid references contact deferrable initially deferred,
  add column preferences jsonb,
  add column consents jsonb not null default '[]',
  add column inactive_reason text;
update contact set customers = jsonb_build_array(jsonb_build_object('customerId', customer_id, 'primary', true))
  where customer_id is not null;
create index contact_customers on contact using gin (customers jsonb_path_ops);
create index contact_reports_to on contact (reports_to, id) where reports_to is not null;

-- Found by search_entry now.
drop index contact_name_part;
