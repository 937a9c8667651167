-- Types of tickets 请求类型 have names, because a company may add its own.
update setting s
set value = s.value || jsonb_build_object('name', t.name, 'chineseName', t.chinese_name, 'position', t.position)
from (values
  ('TECHNICAL_SUPPORT', 'Technical support', '技术支持', 10),
  ('REPAIR', 'Repair', '产品维修', 20),
  ('INQUIRY', 'Inquiry', '咨询', 30),
  ('COMPLAINT', 'Complaint', '投诉', 40),
  ('RETURN', 'Return or exchange', '退换', 50),
  ('SUGGESTION', 'Suggestion', '建议', 60)) as t (type, name, chinese_name, position)
where s.kind = 'ticket-type' and s.key = t.type;
