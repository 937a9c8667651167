-- Which priority follows from impact and urgency 优先级矩阵: each change is another version.
create table priority_matrix (
  key        text        not null,
  version    integer     not null,
  matrix     jsonb       not null,
  created_at timestamptz not null,
  created_by text        not null,
  primary key (key, version)
);

insert into priority_matrix (key, version, matrix, created_at, created_by) values ('standard', 1, '{
  "highImpact": {"highUrgency": "CRITICAL", "mediumUrgency": "HIGH", "lowUrgency": "MEDIUM"},
  "mediumImpact": {"highUrgency": "HIGH", "mediumUrgency": "MEDIUM", "lowUrgency": "LOW"},
  "lowImpact": {"highUrgency": "MEDIUM", "mediumUrgency": "LOW", "lowUrgency": "LOW"}}', now(), 'system:setup');
