-- What accounts are told about their cases. The source is what happened: each is told once.
create table notification (
  id         uuid        primary key,
  account    text        not null,
  source     text        not null,
  kind       text        not null check (kind in ('RESULT', 'CORRECTION')),
  case_id    text        not null,
  title      text        not null,
  sentence   text        not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  unique (account, source)
);
create index notification_account on notification (account, created_at desc);
create index notification_unread on notification (account) where read_at is null;
