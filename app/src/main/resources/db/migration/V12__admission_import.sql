-- A township's uploads of applicants: who, when, which file, and what became of each household.
create table applicant_import (
  id              text        primary key,
  township        text        not null,
  account         text        not null,
  account_name    text        not null,
  file_name       text        not null,
  ignored_columns text[]      not null,
  state           text        not null check (state in ('RUNNING', 'FINISHED', 'CANCELLED')),
  started_at      timestamptz not null,
  ended_at        timestamptz
);
-- One at a time for each township: a second click on upload must not race the first.
create unique index applicant_import_running on applicant_import (township)
  where state = 'RUNNING';
create index applicant_import_township on applicant_import (township, started_at desc);

-- The rows are what the sheet said, with full ID numbers. They are erased when the case is started,
-- and some weeks later where it was not: until then they make the sheet to be corrected.
create table applicant_import_household (
  import    text    not null references applicant_import,
  position  integer not null,
  line      integer not null,
  head_name text    not null,
  persons   integer not null,
  state     text    not null check (state in ('WAITING', 'STARTED', 'FAILED')),
  case_id   text,
  faults    jsonb   not null,
  rows      jsonb,
  primary key (import, position),
  check ((state = 'STARTED') = (case_id is not null))
);
create index applicant_import_household_state
  on applicant_import_household (import, state, position);
