alter table opportunity add column collaborators jsonb not null default '[]';
