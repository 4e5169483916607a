-- Public notices and the objections to them (NT-9).
create table notice (
  id           text        primary key,
  job_key      bigint      not null unique,
  case_id      text        not null,
  kind         text        not null check (kind in ('VILLAGE', 'TOWNSHIP')),
  region       text        not null,
  title        text        not null,
  masked_name  text        not null,
  summary      text        not null,
  days         integer     not null,
  published_at timestamptz not null,
  until        timestamptz not null,
  state        text        not null
    check (state in ('RUNNING', 'PASSED', 'REFUSED', 'RETURNED', 'STOPPED')),
  ended_at     timestamptz,
  version      bigint      not null
);
create index notice_running on notice (region text_pattern_ops, until) where state = 'RUNNING';
create index notice_case on notice (case_id, published_at);

create table objection (
  id         text        primary key,
  notice_id  text        not null references notice,
  case_id    text        not null,
  region     text        not null,
  text       text        not null,
  contact    text        not null,
  raised_at  timestamptz not null,
  state      text        not null check (state in ('OPEN', 'DISMISSED', 'UPHELD')),
  answer     text        not null,
  settled_at timestamptz,
  settled_by text,
  version    bigint      not null
);
create index objection_notice on objection (notice_id, raised_at);
