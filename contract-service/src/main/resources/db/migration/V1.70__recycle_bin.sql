-- the recycle bin is listed from the newest record on
create index contract_recycle_bin on contract (id) where deleted_at is not null;
create index product_recycle_bin on product (id) where deleted_at is not null;
