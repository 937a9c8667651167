-- What customers are worth in the company's currency, and an index for each figure that lists are filtered by.
alter table customer_figures add column base_revenue numeric(21, 6), add column base_currency text;
create index customer_figures_revenue on customer_figures (base_revenue, customer_id);
create index customer_figures_first_deal on customer_figures (first_deal_at);
create index customer_figures_last_deal on customer_figures (last_deal_at);
create index customer_figures_open_opportunities on customer_figures (open_opportunities) where open_opportunities > 0;
create index customer_figures_progress on customer_figures (sales_progress, sales_probability);
create index customer_figures_open_tickets on customer_figures (open_tickets) where open_tickets > 0;
create index customer_figures_last_feedback on customer_figures (last_feedback_at);
