alter table customer add column collaborators jsonb not null default '[]';
alter table contact add column collaborators jsonb not null default '[]';

-- This service judges what hangs on customers by the customers themselves.
drop view customer_ownership;
create view customer_ownership as select id, owner, team from customer where deleted_at is null;
