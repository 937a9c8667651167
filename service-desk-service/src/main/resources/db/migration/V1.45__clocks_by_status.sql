-- So that all clocks are counted without reading them.
create index sla_clock_standing on sla_clock (status, verdict) include (ticket_id) where deleted_at is null;
