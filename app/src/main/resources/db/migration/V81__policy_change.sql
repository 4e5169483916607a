-- Changes of policy on their way to release (JY-17, YC-1): what an author writes together, and
-- where it stands. What has been released lies in policy_version.
create table policy_change (
  id            bigint      generated always as identity primary key,
  pack          text        not null,
  region        text        not null,
  state         text        not null
    check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RELEASED', 'REFUSED', 'DISCARDED')),
  author        text        not null,
  title         text        not null,
  reason        text        not null,
  document      text        not null,
  effective_on  date,
  running_cases text        not null check (running_cases in ('KEEP', 'MOVE')),
  approver      text,
  case_id       text,
  changed_at    timestamptz not null,
  version       bigint      not null
);
create index policy_change_pack on policy_change (pack, state);
create unique index policy_change_case on policy_change (case_id) where case_id is not null;

create table policy_change_item (
  change_id  bigint      not null references policy_change,
  kind       text        not null check (kind in ('PARAMETER', 'DECISION_TABLE', 'WORKFLOW', 'FORM')),
  name       text        not null,
  content    text        not null,
  tests      text        not null,
  base       integer     not null,
  changed_at timestamptz not null,
  primary key (change_id, kind, name)
);

alter table policy_change enable row level security;
alter table policy_change force row level security;
create policy policy_change_in_scope on policy_change using (in_scope(region));
