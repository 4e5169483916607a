-- Projects (NT-12, NT-13, JY-7, JY-8): the register and reserve library, what each gate decided,
-- milestones, changes and payments. All amounts are yuan with two decimals, exact.
create table project (
  case_id           text           primary key references casefile deferrable initially deferred,
  process           text           not null,
  pack              text           not null,
  region            text           not null,
  name              text           not null,
  kind              text           not null,
  budget            numeric(18, 2) not null check (budget > 0),
  purpose           text           not null,
  implementing_unit text           not null,
  stage             text           not null
    check (stage in ('APPLIED', 'RESERVE', 'APPROVED', 'BIDDING', 'BUILDING', 'ACCEPTANCE', 'PAYMENT',
                     'COMPLETED', 'REFUSED', 'WITHDRAWN')),
  gate              text           not null,
  approved_amount   numeric(18, 2),
  contractor        text,
  contract_amount   numeric(18, 2),
  final_amount      numeric(18, 2),
  registered_at     timestamptz    not null,
  changed_at        timestamptz    not null
);
create index project_region on project (region text_pattern_ops, stage);

-- Each decision on a project with what was filled in: the chain of evidence of its gates (NT-16).
create table project_gate (
  id        bigint generated always as identity primary key,
  case_id   text        not null references project on delete cascade,
  region    text        not null,
  task      text        not null,
  task_type text        not null,
  gate      text        not null,
  outcome   text        not null,
  comment   text        not null,
  answers   jsonb       not null,
  decided_by text       not null,
  decided_at timestamptz not null
);
create index project_gate_case on project_gate (case_id, id);

create table project_milestone (
  case_id    text        not null references project on delete cascade,
  region     text        not null,
  position   integer     not null,
  name       text        not null,
  planned_on date        not null,
  done_on    date,
  progress   text        not null default '',
  primary key (case_id, position)
);

create table project_change (
  id            bigint generated always as identity primary key,
  case_id       text           not null references project on delete cascade,
  region        text           not null,
  content       text           not null,
  amount        numeric(18, 2) not null,
  state         text           not null check (state in ('OPEN', 'APPROVED', 'REJECTED')),
  asked_at      timestamptz    not null,
  decided_at    timestamptz
);
create index project_change_case on project_change (case_id, id);

create table project_payment (
  id       bigint generated always as identity primary key,
  case_id  text           not null references project on delete cascade,
  region   text           not null,
  step     text           not null
    check (step in ('COUNTY_MATCHING', 'CITY_TO_COUNTY', 'COUNTY_TO_TOWNSHIP', 'TOWNSHIP_TO_UNIT', 'TO_HOUSEHOLD')),
  payee    text           not null,
  amount   numeric(18, 2) not null check (amount > 0),
  paid_on  date           not null,
  voucher  text           not null,
  entered_by text         not null,
  entered_at timestamptz  not null
);
create index project_payment_case on project_payment (case_id, id);

alter table project enable row level security;
alter table project force row level security;
create policy project_in_scope on project using (in_scope(region));
alter table project_gate enable row level security;
alter table project_gate force row level security;
create policy project_gate_in_scope on project_gate using (in_scope(region));
alter table project_milestone enable row level security;
alter table project_milestone force row level security;
create policy project_milestone_in_scope on project_milestone using (in_scope(region));
alter table project_change enable row level security;
alter table project_change force row level security;
create policy project_change_in_scope on project_change using (in_scope(region));
alter table project_payment enable row level security;
alter table project_payment force row level security;
create policy project_payment_in_scope on project_payment using (in_scope(region));

-- What an attachment proves, such as survey-report; empty for any other paper.
alter table attachment add column purpose text not null default '';
