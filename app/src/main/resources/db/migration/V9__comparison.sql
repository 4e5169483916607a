-- Asset comparison (NT-9, NT-26): what the bureaus' exports say, who asked for it, and the doubts.

create table comparison_file (
  id         uuid        primary key,
  name       text        not null,
  sha256     text        not null,
  outcome    text        not null check (outcome in ('LOADED', 'FAILED')),
  rows       integer     not null,
  faults     integer     not null,
  handled_at timestamptz not null
);
create index comparison_file_handled_at on comparison_file (handled_at desc);

-- One thing that somebody owns, as of a day. `ordinal` tells apart things that one file describes
-- in the same words (two homes of different value); the same line again is the same record.
create table asset_record (
  id          uuid           primary key,
  id_number   text           not null,
  item        text           not null,
  region      text           not null,
  description text           not null,
  as_of       date           not null,
  ordinal     integer        not null,
  amount      numeric(15, 2),
  file        uuid           not null references comparison_file,
  loaded_at   timestamptz    not null,
  unique (id_number, item, region, description, as_of, ordinal)
);

-- The key under which the query log names persons: without it the log does not say who was asked
-- for, with it a person can be found in the log by the exact ID number.
create table comparison_log_key (
  only_one boolean primary key check (only_one),
  key      bytea   not null
);

create table comparison_query (
  id       uuid        primary key,
  at       timestamptz not null,
  actor    text        not null,
  case_id  text        not null,
  reason   text        not null,
  scope    text        not null check (scope in ('COUNTY', 'CITY')),
  region   text        not null,
  source   text        not null,
  rows     integer     not null
);
create index comparison_query_region on comparison_query (region text_pattern_ops, at desc);
create index comparison_query_at on comparison_query (at desc);
create index comparison_query_case on comparison_query (case_id);

create table comparison_query_person (
  query     uuid    not null references comparison_query,
  position  integer not null,
  masked    text    not null,
  pseudonym text    not null,
  primary key (query, position)
);
create index comparison_query_person_pseudonym on comparison_query_person (pseudonym);

-- A comparison of a case may be made again after a return; only the last round counts.
create table doubt_round (
  case_id   text        not null,
  round     integer     not null,
  key       text        not null,
  raised_at timestamptz not null,
  primary key (case_id, round),
  unique (case_id, key)
);

create table doubt (
  id           text        primary key,
  case_id      text        not null,
  round        integer     not null,
  position     integer     not null,
  region       text        not null,
  item         text        not null,
  record_id    uuid,
  text         text        not null,
  policy       text        not null,
  rule         text        not null,
  rule_version text        not null,
  status       text        not null check (status in ('OPEN', 'UPHELD', 'DISMISSED', 'REPLACED')),
  note         text        not null,
  decided_by   text,
  decided_at   timestamptz,
  foreign key (case_id, round) references doubt_round,
  unique (case_id, round, position)
);
create index doubt_region on doubt (region text_pattern_ops);
