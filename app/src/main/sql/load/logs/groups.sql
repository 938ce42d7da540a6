-- One row per log group ever read: up to where, and the longest lag.
select
    etl_log_group.log_group,
    etl_log_group.read_to,
    etl_log_group.lag_max_seconds
from etl_log_group
