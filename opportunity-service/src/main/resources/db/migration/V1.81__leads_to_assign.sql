-- Leads of forms that came in while the directory was away, until they are assigned.
create table lead_to_assign (
  lead_id uuid primary key references lead
);
