-- How severe it is that a task's term is nearly over or over, as the decision table alert-severity has said: one row for
-- each time that it said something new, with its reason. A moved term has alerts of its own, hence due.
create table task_alert (
  id        bigint      generated always as identity primary key,
  task_id   text        not null,
  case_id   text        not null,
  region    text        not null,
  due       timestamptz not null,
  stage     text        not null,
  severity  text        not null,
  rule      text        not null,
  version   text        not null,
  policy    text        not null,
  message   text        not null,
  actual    text        not null,
  condition text        not null,
  at        timestamptz not null,
  -- the day for which it was last found to be still so
  graded_on date        not null
);
create index task_alert_task on task_alert (task_id, id desc);
create index task_alert_case on task_alert (case_id);
alter table task_alert enable row level security;
alter table task_alert force row level security;
create policy task_alert_in_scope on task_alert using (in_scope(region));
