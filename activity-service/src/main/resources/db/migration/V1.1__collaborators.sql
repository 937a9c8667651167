alter table activity add column collaborators jsonb not null default '[]';
