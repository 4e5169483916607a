-- The answer to a POST that carried an Idempotency-Key, kept in the transaction of its effect: a
-- client that lost the answer asks again with the same key and gets the same answer, not a second
-- effect.
create table idempotent_answer (
  account      text        not null,
  key          text        not null,
  request_hash text        not null,
  at           timestamptz not null,
  status       integer,
  body         text,
  location     text,
  primary key (account, key)
);
create index idempotent_answer_at on idempotent_answer (at);
