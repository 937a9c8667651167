-- A pool is not deleted while a customer comes into it. Rows of before are not looked at.
alter table customer add constraint customer_lies_in_pool foreign key (pool_id) references customer_pool (id) not valid;
