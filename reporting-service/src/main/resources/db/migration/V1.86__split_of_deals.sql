-- Among whom a deal is split; of deals of before this release after a rebuild.
alter table opportunity add column split jsonb not null default '[]';
