-- Tags of customers are known of those whose events this release has read: rebuild once after the upgrade.
alter table customer add column tags jsonb not null default '[]';
