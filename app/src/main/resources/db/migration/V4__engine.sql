-- Commands to the process engine, written in the transaction of the decision that causes them and
-- sent afterwards: the two systems share no transaction (design, section 3).
create table engine_command (
  id           bigint generated always as identity primary key,
  case_id      text        not null,
  kind         text        not null check (kind in ('START', 'COMPLETE', 'MESSAGE')),
  name         text        not null,
  target       text        not null,
  message_id   text        not null,
  variables    jsonb       not null,
  created_at   timestamptz not null,
  due_at       timestamptz not null,
  leased_until timestamptz,
  attempts     integer     not null default 0,
  done_at      timestamptz,
  outcome      text,
  last_error   text
);
create index engine_command_pending on engine_command (case_id, id) where done_at is null;
create index engine_command_due on engine_command (id) where done_at is null;
create index engine_command_done on engine_command (done_at) where done_at is not null;

-- Where each case has been: one row for each job the engine handed out, in the order of arrival.
create table engine_step (
  job_key              bigint      primary key,
  case_id              text        not null,
  process              text        not null,
  process_version      integer     not null,
  process_instance_key bigint      not null,
  element              text        not null,
  entered_at           timestamptz not null
);
create index engine_step_case on engine_step (case_id, entered_at, job_key);
