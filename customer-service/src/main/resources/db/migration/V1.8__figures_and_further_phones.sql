-- What is told of each record that concerns a customer: amounts, how far an opportunity is, when a contract ends, what was bought.
alter table customer_fact
  drop column method,
  add column amount numeric(21, 6),
  add column currency text,
  add column progress integer,
  add column score integer,
  add column ended_at timestamptz,
  add column ends_on date,
  add column label text,
  add column details jsonb not null default '[]';
create index customer_fact_ended on customer_fact (customer_id, ended_at desc) where kind = 'opportunity' and ended_at is not null;
create index customer_fact_ends_on on customer_fact (ends_on) where kind = 'contract' and counts;

alter table customer_figures
  add column last_follow_up_id uuid,
  add column last_follow_up_results jsonb not null default '[]',
  add column deal_count integer not null default 0,
  add column total_revenue jsonb not null default '[]',
  add column purchased_products jsonb not null default '[]',
  add column sales_progress text,
  add column sales_probability integer,
  add column last_feedback_score integer,
  add column last_feedback_at timestamptz,
  add column open_tickets integer not null default 0;
create index customer_figures_deal_count on customer_figures (deal_count, customer_id);
create index customer_figures_feedback on customer_figures (last_feedback_score, customer_id);
create index customer_figures_products on customer_figures using gin (purchased_products jsonb_path_ops);

-- Further phones and e-mails of contacts are found like the first.
alter table contact
  add column other_phones_sealed bytea,
  add column other_phones_exact bigint[],
  add column other_phones_last_digits bigint[],
  add column other_emails_sealed bytea,
  add column other_emails_exact bigint[];
create index contact_other_phones on contact using gin (other_phones_exact);
create index contact_other_phones_last_digits on contact using gin (other_phones_last_digits);
create index contact_other_emails on contact using gin (other_emails_exact);

-- Fields of what lies in a pool that its teams do not see.
alter table customer_pool add column hidden_fields jsonb not null default '[]';
alter table customer add column hidden_fields jsonb not null default '[]';
