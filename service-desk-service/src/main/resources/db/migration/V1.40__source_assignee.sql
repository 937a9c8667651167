-- Who worked on imported past, where the directory has no such user.
alter table ticket add column source_assignee text;
create index ticket_source_assignee on ticket (source_assignee, id);
