-- An event is known by its group and CloudWatch's id, some 70 letters, which stood whole in the widest index of the widest
-- table: 110 bytes a line. 64 bits of their hash beside the time tell events apart as well, in 31.
alter table fact_cloudwatch_log drop constraint fact_cloudwatch_log_pkey;
create unique index fact_cloudwatch_log_event on fact_cloudwatch_log
(log_timestamp, hashtextextended(log_group || ' ' || event_id, 0));
comment on index fact_cloudwatch_log_event is 'For each event once, and for finding it again.';
