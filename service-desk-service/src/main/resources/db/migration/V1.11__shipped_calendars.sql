-- Two calendars to begin with. The hours are an example, to be set to the company's own; the days are those of the notices of the
-- General Office of the State Council 国务院办公厅关于部分节假日安排的通知, whose numbers stand beside them. Later years are loaded when
-- they are announced.
insert into business_calendar (key, calendar, updated_at, updated_by) values
  ('CN', '{"name":"中国工作日历","timeZone":"Asia/Shanghai","hours":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"],"ranges":[{"from":"09:00","to":"12:00"},{"from":"13:30","to":"18:00"}]}]}', now(), 'system:setup'),
  ('ALWAYS', '{"name":"全天候 Around the clock","timeZone":"UTC","hours":[{"days":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],"ranges":[{"from":"00:00","to":"24:00"}]}]}', now(), 'system:setup');

insert into calendar_day (calendar, date, name, kind, source)
select 'CN', day::date, name, 'HOLIDAY', source
from (values
  (date '2024-01-01', date '2024-01-01', '元旦', '国办发明电〔2023〕7号'),
  (date '2024-02-10', date '2024-02-17', '春节', '国办发明电〔2023〕7号'),
  (date '2024-04-04', date '2024-04-06', '清明节', '国办发明电〔2023〕7号'),
  (date '2024-05-01', date '2024-05-05', '劳动节', '国办发明电〔2023〕7号'),
  (date '2024-06-10', date '2024-06-10', '端午节', '国办发明电〔2023〕7号'),
  (date '2024-09-15', date '2024-09-17', '中秋节', '国办发明电〔2023〕7号'),
  (date '2024-10-01', date '2024-10-07', '国庆节', '国办发明电〔2023〕7号'),
  (date '2025-01-01', date '2025-01-01', '元旦', '国办发明电〔2024〕12号'),
  (date '2025-01-28', date '2025-02-04', '春节', '国办发明电〔2024〕12号'),
  (date '2025-04-04', date '2025-04-06', '清明节', '国办发明电〔2024〕12号'),
  (date '2025-05-01', date '2025-05-05', '劳动节', '国办发明电〔2024〕12号'),
  (date '2025-05-31', date '2025-06-02', '端午节', '国办发明电〔2024〕12号'),
  (date '2025-10-01', date '2025-10-08', '国庆节、中秋节', '国办发明电〔2024〕12号'),
  (date '2026-01-01', date '2026-01-03', '元旦', '国办发明电〔2025〕7号'),
  (date '2026-02-15', date '2026-02-23', '春节', '国办发明电〔2025〕7号'),
  (date '2026-04-04', date '2026-04-06', '清明节', '国办发明电〔2025〕7号'),
  (date '2026-05-01', date '2026-05-05', '劳动节', '国办发明电〔2025〕7号'),
  (date '2026-06-19', date '2026-06-21', '端午节', '国办发明电〔2025〕7号'),
  (date '2026-09-25', date '2026-09-27', '中秋节', '国办发明电〔2025〕7号'),
  (date '2026-10-01', date '2026-10-07', '国庆节', '国办发明电〔2025〕7号')
) as holiday (first, last, name, source)
cross join generate_series(first, last, interval '1 day') as day;

insert into calendar_day (calendar, date, name, kind, source) values
  ('CN', '2024-02-04', '春节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-02-18', '春节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-04-07', '清明节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-04-28', '劳动节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-05-11', '劳动节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-09-14', '中秋节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-09-29', '国庆节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2024-10-12', '国庆节', 'WORKDAY', '国办发明电〔2023〕7号'),
  ('CN', '2025-01-26', '春节', 'WORKDAY', '国办发明电〔2024〕12号'),
  ('CN', '2025-02-08', '春节', 'WORKDAY', '国办发明电〔2024〕12号'),
  ('CN', '2025-04-27', '劳动节', 'WORKDAY', '国办发明电〔2024〕12号'),
  ('CN', '2025-09-28', '国庆节、中秋节', 'WORKDAY', '国办发明电〔2024〕12号'),
  ('CN', '2025-10-11', '国庆节、中秋节', 'WORKDAY', '国办发明电〔2024〕12号'),
  ('CN', '2026-01-04', '元旦', 'WORKDAY', '国办发明电〔2025〕7号'),
  ('CN', '2026-02-14', '春节', 'WORKDAY', '国办发明电〔2025〕7号'),
  ('CN', '2026-02-28', '春节', 'WORKDAY', '国办发明电〔2025〕7号'),
  ('CN', '2026-05-09', '劳动节', 'WORKDAY', '国办发明电〔2025〕7号'),
  ('CN', '2026-09-20', '国庆节', 'WORKDAY', '国办发明电〔2025〕7号'),
  ('CN', '2026-10-10', '国庆节', 'WORKDAY', '国办发明电〔2025〕7号');

-- An example that is not in use until it is set active.
insert into sla_policy (key, version, policy, created_at, created_by) values
  ('standard', 1, '{"name":"标准服务级别 Standard support","position":1000,"active":false,"calendar":"CN","targets":[{"priorities":["CRITICAL"],"firstResponseMinutes":15,"nextResponseMinutes":30,"resolutionMinutes":240},{"priorities":["HIGH"],"firstResponseMinutes":30,"nextResponseMinutes":60,"resolutionMinutes":480},{"firstResponseMinutes":120,"nextResponseMinutes":240,"resolutionMinutes":1350}]}', now(), 'system:setup');
