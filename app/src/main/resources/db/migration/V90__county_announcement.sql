-- The county announces what it has signed off (SC-4, WJ-2.1).
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('VILLAGE', 'TOWNSHIP', 'COUNTY'));
