-- Which customer another has turned out to be; of customers merged before this release after a rebuild.
alter table customer add column merged_into uuid;
create index customer_merged on customer (id) include (merged_into) where merged_into is not null;

-- Merged customers with those that stand for them in the end, for a survivor may be merged too.
create view survivor as
with recursive followed (id, survivor) as (
  select id, merged_into from customer where merged_into is not null
  union
  select f.id, c.merged_into
    from followed f
    join customer c on c.id = f.survivor
   where c.merged_into is not null)
select f.id, f.survivor
  from followed f
 where not exists (select from customer c where c.id = f.survivor and c.merged_into is not null);
