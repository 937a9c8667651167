-- Contacts have tags, and are found by them and by their roles.
alter table contact add column tags jsonb not null default '[]';
create index contact_tags on contact using gin (tags jsonb_path_ops);
create index contact_roles on contact using gin (roles jsonb_path_ops);
