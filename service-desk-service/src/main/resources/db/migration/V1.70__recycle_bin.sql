-- the recycle bin is listed from the newest record on
create index ticket_recycle_bin on ticket (id) where deleted_at is not null;
create index survey_recycle_bin on survey (id) where deleted_at is not null;
create index improvement_recycle_bin on improvement (id) where deleted_at is not null;
create index visit_recycle_bin on visit (id) where deleted_at is not null;
