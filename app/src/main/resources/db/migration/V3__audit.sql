-- Every act leaves a trace (JY-17, YC-1). A stream is the history of one thing (case:…, account:…);
-- its entries are numbered and chained by hash, so that a removed or altered entry shows.
create table audit_stream (
  stream    text primary key,
  last_seq  integer not null,
  last_hash text    not null
);

create table audit_entry (
  stream    text        not null,
  seq       integer     not null,
  at        timestamptz not null,
  actor     text        not null,
  region    text        not null,
  action    text        not null,
  comment   text        not null,
  detail    jsonb       not null,
  prev_hash text        not null,
  hash      text        not null,
  primary key (stream, seq)
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor, at);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are append-only';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_entry_is_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_entry_is_append_only();
