-- The version of its form that a task was opened with; 0 for those opened before this was kept, which use the one in force.
alter table task add column form_version integer not null default 0;
