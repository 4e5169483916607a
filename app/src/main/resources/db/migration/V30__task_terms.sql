-- The visit to the element that made a task, to find the task that a timer belongs to and to move
-- its timers; and when somebody was told that little of its term is left, or that it is over.
alter table task add column process_instance_key bigint not null default 0;
alter table task add column element_instance_key bigint not null default 0;
alter table task add column soon_told_at timestamptz;
alter table task add column overdue_told_at timestamptz;
create index task_open_element on task (process_instance_key, element) where state = 'OPEN';
