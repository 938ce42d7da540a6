-- step: writes agg_redaction_day
-- What was taken out of the lines that are new.
insert into agg_redaction_day (day, log_group, kind, redaction_count)
select
    redaction_gain.day,
    redaction_gain.log_group,
    redaction_gain.kind,
    redaction_gain.redaction_count
from redaction_gain
on conflict (day, log_group, kind) do update set
    redaction_count = agg_redaction_day.redaction_count + excluded.redaction_count,
    loaded_at = now()
