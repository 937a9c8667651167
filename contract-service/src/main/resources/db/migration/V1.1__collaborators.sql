alter table contract add column collaborators jsonb not null default '[]';
