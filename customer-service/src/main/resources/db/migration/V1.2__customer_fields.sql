alter table customer
  add column size_band text,
  add column addresses jsonb not null default '[]',
  add column campaign_id uuid,
  add column needs text,
  add column special_needs text,
  add column invoice_title_sealed bytea,
  add column custom_fields jsonb not null default '{}';
create index customer_campaign on customer (campaign_id, id) where campaign_id is not null;
create index customer_custom_fields on customer using gin (custom_fields jsonb_path_ops);

-- Found by search_entry now.
drop index customer_number_part;

insert into dictionary_entry (dictionary, code, zh, en, position, updated_by, aliases) values
  ('levels', 'A', 'A 级', 'Level A', 1, 'kehu', '{重点客户}'),
  ('levels', 'B', 'B 级', 'Level B', 2, 'kehu', '{普通客户}'),
  ('levels', 'C', 'C 级', 'Level C', 3, 'kehu', '{}'),
  ('sources', 'EXHIBITION', '展会', 'Exhibition', 1, 'kehu', '{Trade show}'),
  ('sources', 'WEBSITE', '官网', 'Website', 2, 'kehu', '{网站,Web}'),
  ('sources', 'REFERRAL', '老客户介绍', 'Referral', 3, 'kehu', '{转介绍,客户介绍}'),
  ('sources', 'ONLINE_ADVERTISING', '网络推广', 'Online advertising', 4, 'kehu', '{广告,线上推广}'),
  ('sources', 'TELEMARKETING', '电话营销', 'Telemarketing', 5, 'kehu', '{电销,Cold call}'),
  ('sources', 'PARTNER', '合作伙伴', 'Partner', 6, 'kehu', '{渠道}'),
  ('sources', 'SOCIAL_MEDIA', '社交媒体', 'Social media', 7, 'kehu', '{}'),
  ('sources', 'OTHER', '其他', 'Other', 99, 'kehu', '{}'),
  ('tags', '高潜力', '高潜力', 'High potential', 1, 'kehu', '{}'),
  ('tags', '重点维护', '重点维护', 'Key account', 2, 'kehu', '{}'),
  ('tags', '风险', '风险', 'At risk', 3, 'kehu', '{}');
