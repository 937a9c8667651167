-- Which events of opportunities were an import's that has been taken back: those from since_version on, before version.
create table reverted_import (
  opportunity_id uuid   not null,
  version        bigint not null,
  since_version  bigint not null,
  primary key (opportunity_id, version)
);
comment on column reverted_import.version is 'of the event that took them back';
