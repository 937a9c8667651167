-- Questionnaires 问卷: each change is another version, and surveys keep theirs.
create table questionnaire (
  key           text        not null,
  version       integer     not null,
  questionnaire jsonb       not null,
  created_at    timestamptz not null,
  created_by    text        not null,
  primary key (key, version)
);

-- What was asked before there were questionnaires: satisfaction, once a ticket is closed.
insert into questionnaire (key, version, questionnaire, created_at, created_by) values ('csat', 1, '{
  "name": "服务满意度", "position": 1000, "kind": "CSAT",
  "introduction": {
    "zh-CN": "您的服务请求已处理完毕，请用一分钟告诉我们您的感受。",
    "en": "Your request has been closed. Please take a minute to tell us how it went."},
  "questions": [
    {"text": {"zh-CN": "总体而言，您对本次服务满意吗？", "en": "Overall, how satisfied are you with our service?"}},
    {"dimension": "SERVICE_ATTITUDE", "text": {"zh-CN": "服务态度", "en": "How we treated you"}},
    {"dimension": "RESPONSE_SPEED", "text": {"zh-CN": "响应速度", "en": "How fast we responded"}},
    {"dimension": "PRODUCT_QUALITY", "text": {"zh-CN": "产品质量", "en": "The quality of the product"}},
    {"dimension": "PRICE", "text": {"zh-CN": "价格", "en": "The price"}}],
  "comment": {"text": {"zh-CN": "您还有什么想告诉我们的？", "en": "What else would you like to tell us?"}},
  "thanks": {"zh-CN": "感谢您的评价！", "en": "Thank you for your answer!"},
  "trigger": {"occasion": "TICKET_CLOSED"}}', now(), 'system:setup');

-- Surveys of any kind and occasion; next_step_at is when it is sent, somebody is reminded, or it ends.
alter table survey
  alter column ticket_id drop not null,
  alter column sent_at drop not null,
  add column questionnaire         text,
  add column questionnaire_version integer,
  add column occasion              text,
  add column contact_id            uuid,
  add column contract_id           uuid,
  add column product_id            uuid,
  add column ticket_category       text,
  add column withheld              text,
  add column due_at                timestamptz,
  add column reminders             integer not null default 0,
  add column reminded_at           timestamptz,
  add column expires_at            timestamptz,
  add column next_step_at          timestamptz,
  add column token_hash            bytea unique,
  add column answered_by           text,
  add column detractor             boolean;
update survey set occasion = 'TICKET_CLOSED';
update survey set answered_by = 'PHONE', detractor = score <= 2 where status = 'ANSWERED';
create index survey_kind on survey (kind, id);
create index survey_questionnaire on survey (questionnaire, id);
create index survey_occasion on survey (occasion, id);
create index survey_withheld on survey (withheld, id);
create index survey_detractor on survey (detractor, id);
create index survey_contact on survey (contact_id, id);
create index survey_contract on survey (contract_id, id);
create index survey_product on survey (product_id, id);
create index survey_ticket_category on survey (ticket_category, id);
create index survey_answered_by on survey (answered_by, id);
create index survey_due_at on survey (due_at, id);
create index survey_expires_at on survey (expires_at, id);
create index survey_next_step on survey (next_step_at) where next_step_at is not null and deleted_at is null;
