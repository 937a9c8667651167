-- Orders that all open deals of a pipeline go on in its newest version; the last of each pipeline is kept.
create table pipeline_move (
  pipeline    text primary key,
  id          uuid        not null,
  version     integer     not null,
  command     jsonb       not null,
  ordered_by  text        not null,
  ordered_at  timestamptz not null,
  moved       bigint      not null default 0,
  stayed      bigint      not null default 0,
  finished_at timestamptz
);
comment on column pipeline_move.stayed is 'deals that lack what their stage of the newest version requires';
