-- What a deal comes to in the company's own currency, at the rate that it names; of deals of before this release after a rebuild.
alter table opportunity
  add column base_amount   numeric,
  add column base_currency text;
