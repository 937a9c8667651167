-- The last move of each user whose records follow to the new team.
create table team_move (
  username    text primary key,
  id          uuid        not null,
  team        text        not null,
  ordered_at  timestamptz not null,
  moved       bigint      not null default 0,
  finished_at timestamptz
);
create index team_move_unfinished on team_move (ordered_at) where finished_at is null;
