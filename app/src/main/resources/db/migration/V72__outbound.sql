-- Notifications that leave the house, by e-mail or webhook: written with the notification, sent afterwards, tried again
-- with growing pauses, and put aside for the administrator when it does not succeed. No personal data of cases.
create table mail_address (
  account text        primary key,
  address text        not null,
  since   timestamptz not null
);

create table outbound_message (
  id           uuid        primary key,
  channel      text        not null check (channel in ('MAIL', 'WEBHOOK')),
  recipient    text        not null,
  source       text        not null,
  title        text        not null,
  body         text        not null,
  state        text        not null check (state in ('WAITING', 'SENT', 'DEAD')),
  attempts     integer     not null,
  next_attempt timestamptz not null,
  last_problem text        not null,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  unique (channel, recipient, source)
);
create index outbound_message_waiting on outbound_message (next_attempt) where state = 'WAITING';
create index outbound_message_newest on outbound_message (created_at desc);
