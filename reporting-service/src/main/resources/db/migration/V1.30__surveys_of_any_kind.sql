-- What a survey was about and how it was answered. Surveys that are here already get it by a rebuild.
alter table survey
  add column questionnaire   text,
  add column occasion        text,
  add column contract_id     uuid,
  add column product_id      uuid,
  add column ticket_category text,
  add column answered_by     text,
  add column detractor       boolean;
create index survey_of_kind on survey (kind, answered_at) where not deleted;
create index survey_ticket on survey (ticket_id) where not deleted;
