-- One row: how many log events belong to a run.
select count(*) as log_count
from fact_cloudwatch_log as log
where
    log.run_id = :run_id
    and log.log_timestamp >= :from_time::timestamptz
    and log.log_timestamp < :until_time::timestamptz
