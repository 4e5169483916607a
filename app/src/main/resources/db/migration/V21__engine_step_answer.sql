-- What the system answered the engine for a job: given again, without doing the work again, when
-- the engine hands the job out once more because the answer was lost.
alter table engine_step add column answer jsonb not null default '{}';
