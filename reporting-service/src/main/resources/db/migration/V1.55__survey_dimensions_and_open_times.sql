-- Which dimensions answers tell, found without reading all answers.
create index survey_dimensions on survey (kind, jsonb_path_query_array(scores, '$.keyvalue().key'))
  where answered_at is not null and not deleted;

-- Which tickets were still to be worked on at a time, found without asking each. The statuses are those of the service desk's report.
create index ticket_period_open on ticket_period using gist (tstzrange(starts_at, ends_at))
  where starts_at is not null
    and status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'REOPENED');
