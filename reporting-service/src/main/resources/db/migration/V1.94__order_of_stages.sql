-- The order of stages by which it has been worked out for all deals how far they went on.
create table derived_rank (
  pipeline text    not null,
  code     text    not null,
  nth      integer not null,
  primary key (pipeline, code)
);
