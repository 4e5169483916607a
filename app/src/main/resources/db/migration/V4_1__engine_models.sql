-- Each version of each model as it was deployed: a case is drawn on the model it runs on.
create table engine_model (
  process     text        not null,
  version     integer     not null,
  xml         text        not null,
  deployed_at timestamptz not null,
  primary key (process, version)
);
