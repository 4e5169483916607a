-- The register of experts, and the draws from it (NT-12, JY-7). A draw keeps its seed, everybody
-- who could be drawn and everybody who was recused and why: it can be repeated and compared.
create table expert (
  id         text        primary key,
  name       text        not null,
  unit       text        not null,
  specialty  text        not null,
  county     text        not null,
  home       text        not null,
  interests  text        not null,
  active     boolean     not null,
  entered_by text        not null,
  entered_at timestamptz not null
);
create index expert_county on expert (county);

create table expert_draw (
  id         text        primary key,
  case_id    text        not null references casefile,
  region     text        not null,
  seed       text        not null,
  wanted     integer     not null,
  candidates jsonb       not null,
  recused    jsonb       not null,
  drawn      jsonb       not null,
  drawn_at   timestamptz not null
);
create index expert_draw_case on expert_draw (case_id, drawn_at);

create table expert_score (
  draw_id    text         not null references expert_draw,
  expert_id  text         not null references expert,
  case_id    text         not null,
  region     text         not null,
  scores     jsonb        not null,
  total      numeric(6, 2) not null,
  opinion    text         not null,
  entered_by text         not null,
  entered_at timestamptz  not null,
  primary key (draw_id, expert_id)
);

alter table expert_draw enable row level security;
alter table expert_draw force row level security;
create policy expert_draw_in_scope on expert_draw using (in_scope(region));
alter table expert_score enable row level security;
alter table expert_score force row level security;
create policy expert_score_in_scope on expert_score using (in_scope(region));
