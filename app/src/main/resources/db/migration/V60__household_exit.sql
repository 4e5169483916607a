-- Exit from the register (NT-10, JY-3, YC-1): when, by which case, and until when the policies are
-- kept (YC-1, WJ-4.4). A household that returns to poverty gets an entry of its own, which names
-- the earlier one; the earlier one stays as it was.
alter table household
  add column exited_on        date,
  add column kept_until       date,
  add column exit_case        text,
  add column exit_reason      text,
  add column previous_number  text references household (number);
alter table household add constraint household_exit_complete check (
  (status = 'EXITED') = (exited_on is not null and kept_until is not null));
create index household_kept_until on household (kept_until) where kept_until is not null;
create index household_previous on household (previous_number) where previous_number is not null;

-- What was changed in an entry, by which case: the register keeps its history.
create table household_change (
  id        bigint      generated always as identity primary key,
  household text        not null references household (number),
  region    text        not null,
  at        timestamptz not null,
  case_id   text        not null,
  kind      text        not null check (kind in ('EXIT', 'ADJUSTMENT')),
  before    jsonb       not null,
  after     jsonb       not null,
  unique (case_id, kind)
);
create index household_change_household on household_change (household, id);

-- The cases about registered households: exits and yearly reviews. One exit and one review at a
-- time, and in a round one review for each household, also when two are started at once.
create table household_proceeding (
  case_id    text        primary key,
  household  text        not null references household (number),
  process    text        not null,
  region     text        not null,
  round      text,
  started_at timestamptz not null,
  ended_at   timestamptz,
  outcome    text
);
create unique index household_proceeding_open on household_proceeding (household, process)
  where ended_at is null;
create unique index household_proceeding_round on household_proceeding (round, household)
  where round is not null;
create index household_proceeding_household on household_proceeding (household, started_at);

-- Rounds of the yearly review.
create table review_round (
  case_id     text        primary key,
  pack        text        not null,
  region      text        not null,
  year        integer     not null,
  automatic   boolean     not null,
  starts_at   timestamptz not null,
  all_started boolean     not null default false,
  state       text        not null default 'RUNNING'
    check (state in ('RUNNING', 'COMPLETED', 'WITHDRAWN'))
);
-- A pack plans its yearly round once, also when two instances do it at the same moment.
create unique index review_round_automatic on review_round (pack, year) where automatic;

alter table household_change enable row level security;
alter table household_change force row level security;
create policy household_change_in_scope on household_change using (in_scope(region));

alter table household_proceeding enable row level security;
alter table household_proceeding force row level security;
create policy household_proceeding_in_scope on household_proceeding using (in_scope(region));
