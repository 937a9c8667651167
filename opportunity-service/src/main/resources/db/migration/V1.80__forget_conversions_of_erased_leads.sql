-- What was wanted of a conversion may tell whose lead it was.
update lead_conversion c set command = '{}' from lead l where l.id = c.lead_id and l.erased_at is not null;
