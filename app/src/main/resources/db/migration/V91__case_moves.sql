-- A running case can go on by a newer model in a new process instance that begins at the step where
-- the case waits (issue 4, point 6). The step's variables are what that instance starts with.
alter table engine_step add column scope jsonb;
alter table engine_command drop constraint engine_command_kind_check;
alter table engine_command add constraint engine_command_kind_check
  check (kind in ('START', 'COMPLETE', 'MESSAGE', 'RESTART'));

-- The instance that the new one takes over from, and is being cancelled.
alter table casefile add column replaced_instance_key bigint;

-- A task has no job while the engine is making the new one.
alter table task alter column job_key drop not null;
