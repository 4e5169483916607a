-- Cases: what somebody applied for, where it stands for people, and how it ended.
create sequence case_number;

create table casefile (
  id                   text        primary key,
  process              text        not null,
  model                text        not null,
  model_version        integer     not null,
  pack                 text        not null,
  region               text        not null,
  applicant            text        not null,
  subject              text        not null,
  search_text          text        not null,
  status               text        not null
    check (status in ('RUNNING', 'COMPLETED', 'REJECTED', 'WITHDRAWN')),
  data                 jsonb       not null,
  result               jsonb,
  process_instance_key bigint,
  started_at           timestamptz not null,
  ended_at             timestamptz,
  version              bigint      not null
);
create index casefile_region on casefile (region text_pattern_ops, started_at desc);
create index casefile_applicant on casefile (applicant, started_at desc);
create index casefile_status on casefile (status, started_at desc);
