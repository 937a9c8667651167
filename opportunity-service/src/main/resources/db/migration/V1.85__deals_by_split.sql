create index opportunity_split on opportunity using gin (split jsonb_path_ops);
