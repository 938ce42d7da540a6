-- One row: the error pattern of this fingerprint, if we know it, and until when a run can have recovered from it.
select
    pattern.error_pattern_key,
    coalesce(pattern.last_seen_at, pattern.loaded_at) + interval '30 days' as until_time
from dim_error_pattern as pattern
where pattern.fingerprint = :fingerprint
