-- What supervisors count. The collation is C and the condition a range, because under row-level security only leakproof
-- comparisons may use an index; "like" is none.
create index task_open_standing on task (region collate "C", process, element)
  include (candidate_role, name, due, due_soon) where state = 'OPEN';
create index task_decided_standing on task (region collate "C", ended_at)
  include (process, element, created_at, due) where state = 'COMPLETED';
create index task_decided_at on task (ended_at) include (process, due) where state = 'COMPLETED';
create index task_open_due on task (due) where state = 'OPEN';

-- Who urged whom to do a task, and in which words.
create table urge (
  id      uuid        primary key,
  task_id text        not null references task,
  case_id text        not null,
  region  text        not null,
  urged_by text       not null,
  words   text        not null,
  at      timestamptz not null
);
create index urge_task on urge (task_id, at desc);
alter table urge enable row level security;
alter table urge force row level security;
create policy urge_in_scope on urge using (in_scope(region));
