-- the recycle bin is listed from the newest record on
create index customer_recycle_bin on customer (id) where deleted_at is not null;
create index contact_recycle_bin on contact (id) where deleted_at is not null;
