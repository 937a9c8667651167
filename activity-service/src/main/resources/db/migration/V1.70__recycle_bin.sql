-- the recycle bin is listed from the newest record on
create index activity_recycle_bin on activity (id) where deleted_at is not null;
