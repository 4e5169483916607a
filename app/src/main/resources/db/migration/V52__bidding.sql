-- Tenders and sealed bids (NT-12, JY-7). Until the opening a bid is ciphertext: neither the bidder
-- nor the amount is in the database in the clear. Half of the key lies here, half in a file.
create table tender (
  id           text           primary key,
  case_id      text           not null references casefile,
  region       text           not null,
  round        integer        not null,
  title        text           not null,
  content      text           not null,
  ceiling      numeric(18, 2) not null check (ceiling > 0),
  days         integer        not null,
  contact      text           not null,
  state        text           not null
    check (state in ('DRAFT', 'OPEN', 'CLOSED', 'OPENED', 'AWARDED', 'FAILED', 'STOPPED')),
  bids_least   integer        not null,
  drafted_at   timestamptz    not null,
  published_at timestamptz,
  closes_at    timestamptz,
  public_key   bytea,
  locked_key   bytea,
  key_half     bytea,
  bid_count    integer,
  opened_at    timestamptz,
  winner       text,
  winner_code  text,
  award        numeric(18, 2),
  unique (case_id, round)
);
create index tender_open on tender (state, closes_at);

create table sealed_bid (
  id          text        primary key,
  tender_id   text        not null references tender,
  region      text        not null,
  bidder_mark text        not null,
  receipt_hash text       not null,
  sealed      bytea       not null,
  digest      text        not null,
  received_at timestamptz not null,
  replaced_at timestamptz,
  bidder      text,
  bidder_code text,
  amount      numeric(18, 2),
  note        text
);
create index sealed_bid_tender on sealed_bid (tender_id, received_at);
create unique index sealed_bid_bidder on sealed_bid (tender_id, bidder_mark) where replaced_at is null;

create table tender_opening (
  tender_id text        not null references tender,
  region    text        not null,
  username  text        not null,
  name      text        not null,
  at        timestamptz not null,
  primary key (tender_id, username)
);

alter table tender enable row level security;
alter table tender force row level security;
create policy tender_in_scope on tender using (in_scope(region));
alter table sealed_bid enable row level security;
alter table sealed_bid force row level security;
create policy sealed_bid_in_scope on sealed_bid using (in_scope(region));
alter table tender_opening enable row level security;
alter table tender_opening force row level security;
create policy tender_opening_in_scope on tender_opening using (in_scope(region));
