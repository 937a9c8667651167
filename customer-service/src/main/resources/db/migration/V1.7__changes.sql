-- This service knows how customers stood from their own events.
drop view customer_standing_before;
create view customer_standing_before as
  select e.position, e.id, e.aggregate_id as customer_id, b.state ->> 'owner' as owner, b.state ->> 'team' as team,
         coalesce(b.state -> 'collaborators', '[]') as collaborators, (b.state ->> 'deleted')::boolean as deleted
  from event e join event b on b.aggregate_id = e.aggregate_id and b.version = e.version - 1
  where e.aggregate_type = 'customer'
    and (e.state -> 'owner', e.state -> 'team', e.state -> 'collaborators', e.state -> 'deleted')
        is distinct from (b.state -> 'owner', b.state -> 'team', b.state -> 'collaborators', b.state -> 'deleted');
