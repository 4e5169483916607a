-- Complaints and requests for help (NT-21, NT-24, NT-27). The words of the request are the data of
-- its case; here is what the office's register and the person's code need. The code itself is not
-- kept, only its hash; no address of who filed is kept anywhere.
create table complaint (
  case_id         text        primary key references casefile,
  code_hash       text        not null unique,
  kind            text        not null check (kind in ('COMPLAINT', 'HELP_REQUEST')),
  region          text        not null,
  subject         text        not null,
  filed_at        timestamptz not null,
  state           text        not null,
  topic           text,
  department      text,
  severity        text        check (severity in ('SERIOUS', 'URGENT', 'ORDINARY')),
  accepted_at     timestamptz,
  -- the clock of the reply or the investigation: when it runs out, or how much is left of it
  clock_due       timestamptz,
  clock_left      integer,
  extension       text        not null check (extension in ('NONE', 'ASKED', 'GRANTED', 'REFUSED')),
  question        text,
  hand_over_order text,
  handed_over_at  timestamptz,
  result          text,
  answer          text,
  answered_at     timestamptz,
  objection_until timestamptz,
  objection       text,
  objected_at     timestamptz,
  review_answer   text,
  reviewed_at     timestamptz,
  stars           integer     check (stars between 1 and 5),
  rating_comment  text,
  rated_at        timestamptz,
  merged_into     text        references casefile,
  version         bigint      not null
);
create index complaint_region on complaint (region text_pattern_ops, filed_at desc);
create index complaint_state on complaint (state, filed_at desc);

-- How to reach the person, apart from all else: only the office of the region reads it.
create table complaint_contact (
  case_id text primary key references casefile,
  region  text not null,
  contact text not null
);

-- What the person sees under the code, one line for each thing that happened; no personal data.
create table complaint_step (
  id      bigint      generated always as identity primary key,
  case_id text        not null references casefile,
  region  text        not null,
  at      timestamptz not null,
  words   text        not null
);
create index complaint_step_case on complaint_step (case_id, id);

-- What the department asked and what the person answered.
create table complaint_message (
  id      bigint      generated always as identity primary key,
  case_id text        not null references casefile,
  region  text        not null,
  at      timestamptz not null,
  author  text        not null check (author in ('DEPARTMENT', 'PERSON')),
  text    text        not null
);
create index complaint_message_case on complaint_message (case_id, id);

alter table complaint enable row level security;
alter table complaint force row level security;
create policy complaint_in_scope on complaint using (in_scope(region));

alter table complaint_contact enable row level security;
alter table complaint_contact force row level security;
create policy complaint_contact_in_scope on complaint_contact using (in_scope(region));

alter table complaint_step enable row level security;
alter table complaint_step force row level security;
create policy complaint_step_in_scope on complaint_step using (in_scope(region));

alter table complaint_message enable row level security;
alter table complaint_message force row level security;
create policy complaint_message_in_scope on complaint_message using (in_scope(region));
