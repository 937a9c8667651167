-- Customers are found by how they were followed up last, and by what came of it.
create index customer_figures_follow_up_method on customer_figures (last_follow_up_method, customer_id);
create index customer_figures_follow_up_results on customer_figures using gin (last_follow_up_results jsonb_path_ops);
