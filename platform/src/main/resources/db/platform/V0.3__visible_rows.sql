-- With whom rows are shared: this service's own, and others' as their events told. Principals are usernames and team paths.
create table row_share (
  aggregate_id uuid not null,
  principal    text not null,
  access       text not null,
  expires_at   timestamptz,
  primary key (aggregate_id, principal)
);
create index row_share_principal on row_share (principal, aggregate_id);

alter table known_record
  alter column team type text collate "C",
  add column customer_id uuid,
  add column collaborators jsonb not null default '[]';
create index known_customer_owner on known_record (owner, id) where type = 'customer';
create index known_customer_team on known_record (team, id) where type = 'customer';

-- Whose each customer is, by which records that hang on it are judged.
create view customer_ownership as
  select id, owner, team from known_record where type = 'customer' and not deleted;
