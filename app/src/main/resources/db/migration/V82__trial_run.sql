-- Trial runs: what a change of rules would do to the register, before it counts. Nothing here decides anything.
create table trial_run (
  id             uuid        primary key,
  -- who starts the same run twice gets the first one
  start_key      text        not null unique,
  subject        text        not null,
  pack           text        not null,
  region         text        not null,
  rule_set       text        not null,
  as_of          date        not null,
  source         text        not null check (source in ('REGISTER', 'SHEET')),
  source_name    text        not null,
  before_title   text        not null,
  before_version text        not null,
  after_title    text        not null,
  after_version  text        not null,
  -- the parameter rows that both books were judged by, and a hash over versions and rows
  parameters     jsonb       not null,
  hash           text        not null,
  state          text        not null
    check (state in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  problem        text        not null default '',
  total          bigint      not null default 0,
  judged         bigint      not null default 0,
  changed        bigint      not null default 0,
  explained      bigint      not null default 0,
  checked        bigint      not null default 0,
  not_judged     bigint      not null default 0,
  -- why a table could not be compiled; empty when both were
  obstacle       text        not null default '',
  asked_by       text        not null,
  asked_at       timestamptz not null,
  started_at     timestamptz,
  ended_at       timestamptz
);
create index trial_run_subject on trial_run (subject, asked_at desc);

-- How many households of an area went from which outcome to which.
create table trial_run_count (
  run    uuid   not null,
  area   text   not null,
  before text   not null,
  after  text   not null,
  households bigint not null,
  primary key (run, area, before, after)
);

-- The households whose outcome changed, with what Drools says about them in both versions. No foreign key: a run is never
-- deleted, and checking it for each of tens of thousands of rows costs as much as writing them.
create table trial_run_change (
  run       uuid    not null,
  household text    not null,
  region    text    collate "C" not null,
  before    text    not null,
  after     text    not null,
  findings_before jsonb not null,
  findings_after  jsonb not null,
  primary key (run, region, household)
);

alter table trial_run enable row level security;
alter table trial_run force row level security;
create policy trial_run_in_scope on trial_run using (in_scope(region));

alter table trial_run_change enable row level security;
alter table trial_run_change force row level security;
create policy trial_run_change_in_scope on trial_run_change using (in_scope(region));

alter table trial_run_count enable row level security;
alter table trial_run_count force row level security;
create policy trial_run_count_in_scope on trial_run_count using (in_scope(area));
