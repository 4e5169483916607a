-- What the rules said about a case, with everything needed to explain it later. Kept for good.
create table decision_record (
  id          bigint generated always as identity primary key,
  case_id     text        not null,
  stage       text        not null,
  source_key  text        not null unique,
  at          timestamptz not null,
  as_of       date        not null,
  pack        text        not null,
  rule_set    text        not null,
  version     text        not null,
  outcome     text        not null,
  findings    jsonb       not null,
  parameters  jsonb       not null,
  facts       jsonb       not null
);
create index decision_record_case on decision_record (case_id, id);
