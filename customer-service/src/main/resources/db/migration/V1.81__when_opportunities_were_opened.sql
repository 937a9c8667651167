-- When the last opportunity of a customer was opened, for rules that take customers back without one.
create index customer_fact_opened on customer_fact (customer_id, happened_at) where kind = 'opportunity';
