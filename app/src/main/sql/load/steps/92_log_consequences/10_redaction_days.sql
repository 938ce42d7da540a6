-- step: writes agg_redaction_day
-- What was taken out of the lines that are new.
insert into agg_redaction_day (day, log_group, kind, redaction_count)
select
    (lines.log_timestamp at time zone 'UTC')::date,
    lines.log_group,
    split_part(parts.part, '=', 1),
    sum(split_part(parts.part, '=', 2)::bigint)
from log_line as lines
cross join lateral string_to_table(lines.redactions, ',') as parts (part)
left join log_known
    on log_known.line_no = lines.line_no
where lines.redactions is not null
    and lines.is_kept
    and log_known.line_no is null
group by 1, 2, 3
on conflict (day, log_group, kind) do update set
    redaction_count = agg_redaction_day.redaction_count + excluded.redaction_count,
    loaded_at = now()
