-- Customers that have been merged into others, or are apart again: what hangs on them follows in small steps.
create table merge_to_follow (
  merge_id    uuid        not null,
  merged_id   uuid        not null,
  undone      boolean     not null,
  survivor_id uuid        not null,
  ordered_at  timestamptz not null default now(),
  moved       bigint      not null default 0,
  finished_at timestamptz,
  primary key (merge_id, merged_id, undone)
);
create index merge_to_follow_unfinished on merge_to_follow (ordered_at) where finished_at is null;
create index event_of_merge on event (cause, aggregate_id) where origin = 'MERGE';
