-- Questions about patterns asked each line with a pattern for its run, scenario, environment and severity, and so read nearly
-- every page of the log table; now the index has them. A line that a verdict cites is found by its key, not by reading days.
drop index fact_cloudwatch_log_pattern;
create index fact_cloudwatch_log_pattern on fact_cloudwatch_log (error_pattern_key, log_timestamp)
    include (run_id, scenario_id, environment, severity) where error_pattern_key is not null;
comment on index fact_cloudwatch_log_pattern is 'For the lines of an error pattern, and how many runs and scenarios each has.';

create index fact_cloudwatch_log_cited on fact_cloudwatch_log (log_key) where error_pattern_key is not null;
comment on index fact_cloudwatch_log_cited is 'For the lines that a verdict cites.';
