-- Photos and scans on a case. What is removed leaves its name and hash behind, not its content.
create table attachment (
  id               uuid        primary key,
  case_id          text        not null references casefile,
  name             text        not null,
  media_type       text        not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  size             integer     not null check (size > 0),
  sha256           text        not null,
  content          bytea,
  uploaded_by      text        not null,
  uploaded_by_name text        not null,
  uploaded_at      timestamptz not null,
  removed_at       timestamptz,
  check ((content is null) = (removed_at is not null))
);
create index attachment_case on attachment (case_id, uploaded_at);

-- Photos and PDF are compressed already: trying again would only cost time.
alter table attachment alter column content set storage external;
