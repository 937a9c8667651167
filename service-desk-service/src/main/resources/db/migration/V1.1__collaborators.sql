alter table ticket add column collaborators jsonb not null default '[]';
alter table survey add column collaborators jsonb not null default '[]';
