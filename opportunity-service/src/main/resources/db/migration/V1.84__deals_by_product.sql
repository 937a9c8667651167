create index opportunity_lines on opportunity using gin (lines jsonb_path_ops);
