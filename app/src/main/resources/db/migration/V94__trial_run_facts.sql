-- A trial run keeps the facts of whoever changes, and both versions of the rules, in the place of what was said
-- about each: a household is explained when somebody looks at it, so there is no limit to how many are kept.
alter table trial_run rename column explained to confirmed;
-- The texts of the models of both versions by file, in the order in which the version's hash was made.
alter table trial_run add column before_models json not null default '{}';
alter table trial_run add column after_models json not null default '{}';
alter table trial_run alter column before_models drop default;
alter table trial_run alter column after_models drop default;

-- Runs of before cannot be explained in this way. They are only trials and soon made again.
delete from trial_run_change;
update trial_run set state = 'FAILED', problem = '系统升级后不再保留这次试算的结果，请重新试算。' where state = 'DONE';
alter table trial_run_change drop column findings_before;
alter table trial_run_change drop column findings_after;
alter table trial_run_change add column facts jsonb not null;
