-- One row per kind of thing that was taken out of the lines that are new.
select
    redaction_gain.kind,
    sum(redaction_gain.redaction_count)::bigint as redaction_count
from redaction_gain
group by redaction_gain.kind
order by redaction_gain.kind
