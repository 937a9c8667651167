-- the recycle bin is listed from the newest record on
create index opportunity_recycle_bin on opportunity (id) where deleted_at is not null;
create index lead_recycle_bin on lead (id) where deleted_at is not null;
create index campaign_recycle_bin on campaign (id) where deleted_at is not null;
create index competitor_recycle_bin on competitor (id) where deleted_at is not null;
create index market_research_recycle_bin on market_research (id) where deleted_at is not null;
create index target_recycle_bin on target (id) where deleted_at is not null;
