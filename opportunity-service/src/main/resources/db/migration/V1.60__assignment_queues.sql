-- Those who take turns do so in a queue: for each kind of work and team one.
alter table assignment_turn add column queue text;
update assignment_turn set queue = subject || ':' || team;
alter table assignment_turn
  drop constraint assignment_turn_pkey,
  drop column subject,
  drop column team,
  add primary key (queue, username);
