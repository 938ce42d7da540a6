-- step: prepares redaction_gain
-- One row per day, log group and kind: what was taken out of the lines that are new.
create temporary table redaction_gain on commit drop as
select
    (lines.log_timestamp at time zone 'UTC')::date as day,
    lines.log_group,
    split_part(parts.part, '=', 1) as kind,
    sum(split_part(parts.part, '=', 2)::bigint)::bigint as redaction_count
from log_line as lines
cross join lateral string_to_table(lines.redactions, ',') as parts (part)
left join log_known
    on log_known.line_no = lines.line_no
where lines.redactions is not null
    and lines.is_kept
    and log_known.line_no is null
group by 1, 2, 3
