-- How far places are, for what is counted once at the furthest: the least step. Its upper bits tell the kind.
create view step as
select id as place_id, pipeline, stage, stage_order, kind,
       (dense_rank() over (order by array_position(array['OPEN', 'UNKNOWN', 'WON', 'LOST', 'INVALID', 'UNDATED'], kind)) << 20
        | dense_rank() over (order by stage_order desc nulls last, pipeline, stage))::integer as step
  from place;

-- Deals by customer; one without a customer stands for an unknown one of its own.
create index opportunity_by_customer on opportunity (coalesce(customer_id, id))
  include (customer_id, id, place_id, group_id, amount) where not deleted;
