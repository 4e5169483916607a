-- Notifications reach offices too (a role held at a region); each member has read states of their own. A notification
-- about a task is settled when the task has ended: it stays in the list and is counted no more.
alter table notification
  alter column account drop not null,
  add column office_role text,
  add column office_region text,
  add column task_id text,
  add column settled_at timestamptz,
  drop constraint notification_kind_check,
  drop constraint notification_account_source_key,
  add check ((account is null) = (office_role is not null) and (office_role is null) = (office_region is null));

alter table notification
  add column audience text not null
    generated always as (coalesce(account, '@' || office_role || '.' || office_region)) stored,
  add unique (audience, source);

create table notification_read (
  notification uuid        not null references notification on delete cascade,
  account      text        not null,
  read_at      timestamptz not null,
  primary key (account, notification)
);
insert into notification_read (notification, account, read_at)
  select id, account, read_at from notification where read_at is not null;

drop index notification_account;
drop index notification_unread;
alter table notification drop column read_at;

create index notification_audience on notification (audience, created_at desc);
create index notification_unsettled on notification (audience) where settled_at is null;
create index notification_task on notification (task_id) where settled_at is null;
