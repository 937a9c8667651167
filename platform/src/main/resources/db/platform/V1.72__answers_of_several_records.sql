-- An answer is forgotten with any of the records that its work has changed, and given again while all that it names are seen.
alter table stored_answer
  add column aggregate_types text[] not null default '{}',
  add column aggregate_ids   uuid[] not null default '{}';
update stored_answer set aggregate_types = array[aggregate_type], aggregate_ids = array[aggregate_id]
 where aggregate_id is not null;
alter table stored_answer drop column aggregate_type, drop column aggregate_id, drop column location;
create index stored_answer_aggregates on stored_answer using gin (aggregate_ids);
