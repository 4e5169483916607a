-- What staff have entered beside the State Council's calendar, for a region or (empty) the country.
-- An entry that was taken back stays, with nothing said about the day: the terms of running tasks
-- are counted anew after every change, recounted_at says that they have been.
create table calendar_day (
  jurisdiction text        not null,
  day          date        not null,
  working      boolean,
  reason       text        not null,
  changed_by   text        not null,
  changed_at   timestamptz not null,
  recounted_at timestamptz,
  primary key (jurisdiction, day)
);
create index calendar_day_to_recount on calendar_day (changed_at) where recounted_at is null;

-- How long the term of a task is, to count it anew, and how often it was moved.
alter table task add column term_days integer not null default 1;
alter table task add column soon_day integer not null default 1;
alter table task add column soon_at time not null default '00:00';
alter table task add column moves integer not null default 0;

-- Requests for more time: asked by whose task it is, decided by the office above.
create table task_extension (
  id           bigint      generated always as identity primary key,
  task_id      text        not null references task (id),
  case_id      text        not null,
  region       text        not null,
  working_days integer     not null check (working_days > 0),
  reason       text        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  state        text        not null check (state in ('PENDING', 'APPROVED', 'REFUSED')),
  decided_by   text,
  decided_at   timestamptz,
  comment      text        not null default ''
);
create unique index task_extension_pending on task_extension (task_id) where state = 'PENDING';
create index task_extension_case on task_extension (case_id);
alter table task_extension enable row level security;
alter table task_extension force row level security;
create policy task_extension_in_scope on task_extension using (in_scope(region));
