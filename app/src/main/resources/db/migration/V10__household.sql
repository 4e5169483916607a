-- The register of low-income households (NT-8, NT-9).

-- The last number given in each village: NT-320612101200-0001 and so on.
create table household_sequence (
  prefix  text    not null,
  village text    not null,
  last    integer not null,
  primary key (prefix, village)
);

create table household (
  id             uuid           primary key,
  number         text           not null unique,
  case_id        text           not null unique,
  region         text           not null,
  head_name      text           not null,
  head_id_number text           not null,
  phone          text           not null,
  address        text           not null,
  note           text           not null,
  yearly_income  numeric(15, 2) not null check (yearly_income >= 0),
  persons        integer        not null check (persons > 0),
  causes         text[]         not null,
  status         text           not null check (status in ('ACTIVE', 'EXITED')),
  admitted_on    date           not null,
  registered_at  timestamptz    not null
);
create index household_region on household (region text_pattern_ops);
create index household_head_id_number on household (head_id_number);
create index household_admitted_on on household (admitted_on);

create table household_member (
  household uuid    not null references household,
  position  integer not null,
  name      text    not null,
  id_number text    not null,
  relation  text    not null,
  primary key (household, position)
);
create index household_member_id_number on household_member (id_number);

-- ID numbers in use: by a running case, later by the household that came of it. The primary key is
-- what makes two applications for one person impossible, also at the same moment.
create table taken_identity (
  id_number        text        primary key,
  case_id          text        not null,
  household_number text,
  region           text        not null,
  taken_at         timestamptz not null
);
create index taken_identity_case on taken_identity (case_id);
