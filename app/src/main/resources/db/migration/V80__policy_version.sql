-- What policy staff have released: the versions of parameters, decision tables, workflows and forms
-- that came after the ones the packs are shipped with (those are number 1 and lie in the packs).
-- Versions are never changed: an old decision can be explained and replayed by the rules of its day.
create table policy_version (
  id            bigint      generated always as identity primary key,
  pack          text        not null,
  kind          text        not null check (kind in ('PARAMETER', 'DECISION_TABLE', 'WORKFLOW', 'FORM')),
  name          text        not null,
  number        integer     not null check (number > 1),
  content       text        not null,
  tests         text        not null,
  effective_at  timestamptz not null,
  running_cases text        not null check (running_cases in ('KEEP', 'MOVE')),
  author        text        not null,
  approver      text        not null,
  reason        text        not null,
  document      text        not null,
  change_case   text        not null,
  restores      integer,
  unique (pack, kind, name, number)
);

create function policy_version_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'released versions are append-only';
end $$;

create trigger policy_version_append_only before update or delete on policy_version
  for each row execute function policy_version_is_append_only();
create trigger policy_version_no_truncate before truncate on policy_version
  for each statement execute function policy_version_is_append_only();
