-- How far the demo data of the first start have been made. Empty without demo data.
create table demo_fill (
  only_one    boolean     primary key check (only_one),
  -- the moment before which everything told has happened
  origin      timestamptz not null,
  finished_at timestamptz
);

-- Each invented case: how many scenes of its story have been told, and what time it is in it.
create table demo_case (
  story   text        primary key,
  case_id text        not null unique,
  scene   integer     not null,
  now     timestamptz not null,
  told    boolean     not null
);
