-- step: writes agg_log_hour
-- Lines stored and left out, by hour. Lines left out are counted again whenever their whole hour is read again, and take
-- the place of what was counted before; an hour read in part can only add. What the lake holds beyond the lines
-- stored here was left out, too.
with gained as (
    select
        log_gain.hour_start,
        log_gain.log_group,
        log_gain.environment,
        log_gain.severity,
        sum(log_gain.line_count) as line_count
    from log_gain
    group by 1, 2, 3, 4
),

left_out as (
    select
        date_bin('1 hour', lines.log_timestamp, timestamptz '2000-01-01T00:00Z') as hour_start,
        lines.log_group,
        coalesce(lines.environment, '') as environment,
        lines.severity,
        count(*) as left_out_count
    from log_line as lines
    left join log_known
        on log_known.line_no = lines.line_no
    where not lines.is_kept
        and log_known.line_no is null
    group by 1, 2, 3, 4
),

cells as (
    select gained.hour_start, gained.log_group, gained.environment, gained.severity from gained
    union
    select left_out.hour_start, left_out.log_group, left_out.environment, left_out.severity from left_out
    union
    select known.hour_start, known.log_group, known.environment, known.severity
    from agg_log_hour as known
    inner join log_window
        on log_window.log_group = known.log_group
        and known.hour_start >= log_window.counted_from
        and known.hour_start < log_window.counted_to
    where known.left_out_count > 0
    union
    select lake_count.hour_start, lake_count.log_group, lake_count.environment, lake_count.severity from lake_count
),

candidate as (
    select
        cells.hour_start,
        cells.log_group,
        cells.environment,
        cells.severity,
        coalesce(known.line_count, 0) + coalesce(gained.line_count, 0) as line_count,
        greatest(
            case when log_window.log_group is null then known.left_out_count end,
            left_out.left_out_count,
            lake.line_count - coalesce(known.line_count, 0) - coalesce(gained.line_count, 0),
            0
        ) as left_out_count,
        known.line_count as known_line_count,
        known.left_out_count as known_left_out_count
    from cells
    left join gained
        using (hour_start, log_group, environment, severity)
    left join left_out
        using (hour_start, log_group, environment, severity)
    left join agg_log_hour as known
        using (hour_start, log_group, environment, severity)
    left join agg_lake_hour as lake
        using (hour_start, log_group, environment, severity)
    left join log_window
        on log_window.log_group = cells.log_group
        and cells.hour_start >= log_window.counted_from
        and cells.hour_start < log_window.counted_to
)

insert into agg_log_hour (hour_start, log_group, environment, severity, line_count, left_out_count)
select
    candidate.hour_start,
    candidate.log_group,
    candidate.environment,
    candidate.severity,
    candidate.line_count,
    candidate.left_out_count
from candidate
where (candidate.known_line_count, candidate.known_left_out_count)
    is distinct from (candidate.line_count, candidate.left_out_count)
on conflict (hour_start, log_group, environment, severity) do update set
    line_count = excluded.line_count,
    left_out_count = excluded.left_out_count,
    loaded_at = now()
