-- The second wall (NT-4): whatever a query forgets, a transaction of a person who is logged in
-- reaches only rows in the regions where that person holds a role. The application names them in
-- sunshine.scope at the start of each transaction; work of the system itself names none and is
-- bound to no region. The application's own role must not be a superuser, or nothing holds it.
create function in_scope(region text) returns boolean language sql stable as $$
  select coalesce(current_setting('sunshine.scope', true), '') = ''
    or region like any (string_to_array(current_setting('sunshine.scope', true), ','))
$$;

alter table casefile enable row level security;
alter table casefile force row level security;
create policy casefile_in_scope on casefile using (in_scope(region));

alter table task enable row level security;
alter table task force row level security;
create policy task_in_scope on task using (in_scope(region));

alter table household enable row level security;
alter table household force row level security;
create policy household_in_scope on household using (in_scope(region));

alter table doubt enable row level security;
alter table doubt force row level security;
create policy doubt_in_scope on doubt using (in_scope(region));

alter table comparison_query enable row level security;
alter table comparison_query force row level security;
create policy comparison_query_in_scope on comparison_query using (in_scope(region));
