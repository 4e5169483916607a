-- The inbox: what people have to do. A row mirrors a user-task job of the engine, by its key.
create table task (
  id               text        primary key,
  job_key          bigint      not null unique,
  case_id          text        not null,
  process          text        not null,
  pack             text        not null,
  element          text        not null,
  name             text        not null,
  form             text        not null,
  region           text        not null,
  subject          text        not null,
  search_text      text        not null,
  candidate_role   text,
  candidate_region text,
  assignee         text,
  created_at       timestamptz not null,
  due              timestamptz not null,
  due_soon         timestamptz not null,
  return_targets   text        not null,
  context          jsonb       not null,
  state            text        not null check (state in ('OPEN', 'COMPLETED', 'CANCELLED')),
  outcome          text,
  comment          text,
  answer           jsonb,
  ended_at         timestamptz,
  ended_by         text,
  version          bigint      not null,
  check (candidate_role is not null or assignee is not null)
);
create index task_open_candidate on task (candidate_region, candidate_role, due)
  where state = 'OPEN';
create index task_open_assignee on task (assignee, due) where state = 'OPEN';
create index task_done on task (ended_by, ended_at desc) where state = 'COMPLETED';
create index task_case on task (case_id, created_at);
create index task_region on task (region text_pattern_ops);
