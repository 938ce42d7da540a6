-- One row per line of a run in the lake :lake, in the order of time, by DuckDB. It names the run, or the request that started
-- it. Only folders of the run's days are read, and of their files only the parts of its time: lines are sorted by it.
select
    lines.event_id,
    epoch_us(lines.log_timestamp) as log_micros,
    lines.severity,
    lines.message,
    lines.error_category,
    lines.fingerprint,
    lines.stack_trace,
    lines.service_name,
    lines.log_group,
    lines.log_stream
from read_parquet(
    ':lake/day=*/log_group=*/*.parquet',
    hive_partitioning = true,
    hive_types = {'day': varchar, 'log_group': varchar}
) as lines
where lines.day between ? and ?
    and lines.log_timestamp >= make_timestamptz(?::bigint)
    and lines.log_timestamp <= make_timestamptz(?::bigint)
    and (lines.run_id = ? or lines.correlation_id = ?)
    and (
        lines.log_timestamp > make_timestamptz(?::bigint)
        or (lines.log_timestamp = make_timestamptz(?::bigint) and lines.event_id > ?)
    )
order by
    lines.log_timestamp,
    lines.event_id
limit ?
